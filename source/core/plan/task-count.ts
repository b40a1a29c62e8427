import { needsCluster } from './engines.ts';
import { law } from './calibration.ts';
import { clusterOf, type Circumstances } from './circumstances.ts';
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

/** "One task per CPU of the cluster" needs Ray; it is kept for when Ray is switched on again. */
export const tasksAsked = ({ tasks, engines }: Pick<Settings, 'tasks' | 'engines'>) =>
  tasks === 'cluster' && !needsCluster(engines) ? 'auto' : tasks;

/**
 * The number of tasks that the settings ask for. `auto` depends on the plan alone: the same size, workload and CPUs make
 * the same number on every machine, busy or idle, so that two runs can be compared.
 */
export function taskCount(settings: Settings, around: Surroundings): number {
  const { engines } = settings;
  const tasks = tasksAsked(settings);
  const { cpus } = around;
  const clusterCpus = clusterOf(settings, around)?.cpus;
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
  const one = law(workloads[workload].cost, size);
  const busy = (perCpu: number): Milliseconds => perCpu * cpus * one;
  if (busy(usualPerCpu[0]) > tooLong) {
    return fewPerCpu.find((perCpu) => busy(perCpu) <= tooLong) ?? 1;
  }

  return usualPerCpu.find((perCpu) => busy(perCpu) >= longEnough) ?? usualPerCpu.at(-1)!;
}

/** Whether there are more tasks than `auto` takes by itself: then they are for the CPUs of a cluster. */
export const isRaised = (
  { tasks, ...plan }: Pick<Settings, 'workload' | 'size'> & { readonly tasks: number },
  cpus: number,
): boolean => tasks > tasksPerCpu(plan, cpus) * cpus;
