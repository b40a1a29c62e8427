import type { Machine, Memory } from '../machine/machine.ts';
import { bytes as bytesText, percent } from '../text/format.ts';
import type { Bytes, Share } from '../units.ts';
import { runsHere } from './engines.ts';
import { batchOf, type Case, type Plan } from './plan.ts';
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

const warnAbove: Share = 0.5;
const refuseAbove: Share = 0.8;

export type MemoryVerdict = {
  readonly level: 'fine' | 'warn' | 'refuse';
  /** Compares the memory that is needed with what is free. */
  readonly sentence: string;
};

/** Whether a plan may take `needed` bytes: with a warning above half of the limit, only by force above 80 %. */
export function judgeMemory(needed: Bytes, { limit }: Memory): MemoryVerdict {
  const share = limit > 0 ? needed / limit : Number.POSITIVE_INFINITY;
  const sentence = Number.isFinite(share)
    ? `${bytesText(needed)} at once: ${share < 0.005 ? 'under 1 %' : percent(share)} of what is free`
    : `${bytesText(needed)} at once, and nothing is free`;
  if (share > refuseAbove) {
    return { level: 'refuse', sentence };
  }

  return { level: share > warnAbove ? 'warn' : 'fine', sentence };
}

/** Why a plan needs force to start, as one sentence; undefined if it does not. */
export function refusalOf(plan: Plan, machine: Machine): string | undefined {
  const { level, sentence } = judgeMemory(planMemory(plan), machine.memory);
  return level === 'refuse' ? `${batchOf(plan).workload} needs ${sentence}` : undefined;
}
