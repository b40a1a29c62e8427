import type { Case } from './plan.ts';

/**
 * The largest possible speed-up of P workers over one. Tasks run in whole waves, N/⌈N/P⌉, unless the workers share
 * fewer CPUs, or a quota of CPUs, which need not be a whole number.
 */
export const ceilingOf = (
  { workers, tasks }: Pick<Case, 'workers' | 'tasks'>,
  cpus: number,
): number => (workers > cpus ? Math.min(cpus, tasks) : tasks / Math.ceil(tasks / workers));
