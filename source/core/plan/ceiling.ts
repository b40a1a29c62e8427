import type { Case } from './plan.ts';

/**
 * The most that P workers could give over one: tasks come in whole waves, unless more workers than
 * CPUs take turns, or more than a quota grants, which need not be a whole number of them.
 */
export const ceilingOf = (
  { workers, tasks }: Pick<Case, 'workers' | 'tasks'>,
  cpus: number,
): number => (workers > cpus ? Math.min(cpus, tasks) : tasks / Math.ceil(tasks / workers));
