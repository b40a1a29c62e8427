import { runsHere } from './engines.ts';
import type { Case, Plan } from './plan.ts';
import type { Bytes } from '../units.ts';
import { workloads } from './workload.ts';

/** Memory of a worker thread itself, measured with 64 of them. */
export const threadBytes: Bytes = 12e6;

/** Memory of an idle Ray worker process. */
const processBytes: Bytes = 80e6;

/**
 * Memory that a case holds on this machine: with our own engines from its warm-up to the end of the profile, with Ray
 * while it runs.
 */
export function caseMemory({ engine, workload, size, tasks, workers, cluster }: Case): Bytes {
  const { bytes, pythonBytes = () => 0 } = workloads[workload];
  if (runsHere(engine)) {
    return bytes(size) * Math.min(tasks, workers) + threadBytes * workers;
  }

  return cluster?.here ? (pythonBytes(size) + processBytes) * workers : 0;
}

/** Memory of all cases together: they hold it at the same time, because arenas stay warm between rounds. */
export const planMemory = (plan: Pick<Plan, 'cases'>): Bytes =>
  plan.cases.reduce((total, planned) => total + caseMemory(planned), 0);
