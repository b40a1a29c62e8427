import { needsCluster } from './engines.ts';
import type { Circumstances } from './circumstances.ts';
import type { Settings } from './settings.ts';
import { workloads } from './workload.ts';
import type { Milliseconds } from '../units.ts';

/** Tasks per usable CPU: `auto` takes the smallest that keeps `local` busy long enough to see and to measure. */
const usualPerCpu = [4, 5, 10, 20, 50, 100, 200] as const;
const longEnough: Milliseconds = 1000;

/** Where even the smallest takes too long, the largest of these that does not. */
const fewPerCpu = [4, 3, 2, 1] as const;
const tooLong: Milliseconds = 10_000;

type Surroundings = Pick<Circumstances, 'cpus' | 'cluster'>;

/**
 * The number of tasks that the settings ask for. `auto` depends on the plan alone: the same size, workload and CPUs make
 * the same number on every machine, busy or idle, so that two runs can be compared.
 */
export function taskCount(settings: Settings, { cpus, cluster }: Surroundings): number {
  const { tasks, ray, engines } = settings;
  const clusterCpus = cluster?.at === ray.at ? cluster.cpus : undefined;
  switch (tasks) {
    case 'auto': {
      const least = needsCluster(engines) ? (clusterCpus ?? 0) : 0;
      return Math.max(tasksPerCpu(settings, cpus) * cpus, least);
    }
    case 'cpus':
      return cpus;
    case 'cluster':
      return Math.max(1, clusterCpus ?? cpus);
    default:
      return tasks;
  }
}

/** Of `auto`, before a cluster raises it. */
export function tasksPerCpu(
  { workload, size }: Pick<Settings, 'workload' | 'size'>,
  cpus: number,
): number {
  const { a, b, c } = workloads[workload].cost;
  const busy = (perCpu: number): Milliseconds => perCpu * cpus * (a + b * size + c * size * size);
  if (busy(usualPerCpu[0]) > tooLong) {
    return fewPerCpu.find((perCpu) => busy(perCpu) <= tooLong) ?? 1;
  }

  return usualPerCpu.find((perCpu) => busy(perCpu) >= longEnough) ?? usualPerCpu.at(-1)!;
}
