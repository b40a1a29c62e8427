import { fewestRounds } from '../statistics.ts';
import type { Milliseconds } from '../units.ts';
import { law } from './calibration.ts';
import type { Settings } from './settings.ts';
import { workloads } from './workload.ts';

/** A round of Ray that takes longer is run less often. */
const longestRound: Milliseconds = 20_000;
const fewRounds = 3;

type RayTasks = { readonly tasks: number; readonly workers: number };

/**
 * The first rounds of a plan that include Ray. `auto` depends on the plan and on the cluster's CPUs alone: five, which a
 * verdict takes, where the tasks of a round in CPython on nominal cores take at most 20 s, else three.
 */
export function rayRoundsOf(
  { rayRounds, rounds, workload, size }: Settings,
  { tasks, workers }: RayTasks,
): number {
  const { pythonCost } = workloads[workload];
  const span = pythonCost ? (tasks / workers) * law(pythonCost, size) : 0;
  const auto = span <= longestRound ? fewestRounds : fewRounds;
  return Math.min(rounds, rayRounds === 'auto' ? auto : rayRounds);
}

/** A cluster whose CPUs are all taken may make a job wait, as may a node that is still starting. */
const leastDeadline: Milliseconds = 300_000;

/** How much longer than on a nominal core a task may take: on a slow node, whose CPUs others use as well. */
const slowest = 20;

/**
 * How long a job may make no progress before it ends itself: 5 min, and 20 times what a task takes in CPython on a nominal
 * core. Whatever makes progress may go on, however many tasks there are.
 */
export function rayDeadline({ workload, size }: Pick<Settings, 'workload' | 'size'>): Milliseconds {
  const { pythonCost } = workloads[workload];
  return leastDeadline + (pythonCost ? slowest * law(pythonCost, size) : 0);
}
