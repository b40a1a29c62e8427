import type { Machine, Memory } from '../machine/machine.ts';
import { bytes as bytesText, counted, percent } from '../text/format.ts';
import type { Bytes, Share } from '../units.ts';
import { computesAlike, runsHere } from './engines.ts';
import { batchOf, caseOf, type Case, type Plan } from './plan.ts';
import type { ClusterNode, NodeMemory } from './ray.ts';
import { workloads } from './workload.ts';

/** Memory of a worker thread itself, measured with 64 of them. */
export const threadBytes: Bytes = 12e6;

/** Memory of a Python process that runs tasks without Ray. */
const pythonProcessBytes: Bytes = 15e6;

/** Memory of an idle Ray worker process. */
const processBytes: Bytes = 80e6;

/** Memory of a Ray worker while it runs a task. */
const pythonMemory = ({ workload, size }: Pick<Case, 'workload' | 'size'>): Bytes =>
  (workloads[workload].pythonBytes?.(size) ?? 0) + processBytes;

/**
 * Memory that a case holds on this machine: with our own engines from its warm-up to the end of the profile, with Ray
 * while it runs.
 */
export function caseMemory({ engine, workload, size, tasks, workers, cluster }: Case): Bytes {
  const { bytes, pythonBytes = () => 0 } = workloads[workload];
  if (runsHere(engine) && !computesAlike(engine)) {
    return pythonBytes(size) + pythonProcessBytes;
  }

  if (runsHere(engine)) {
    return bytes(size) * Math.min(tasks, workers) + threadBytes * workers;
  }

  return cluster?.here ? pythonMemory({ workload, size }) * workers : 0;
}

/**
 * Memory of the times of a finished task: its columns are 40 bytes, and some more are made while they are sent, saved or
 * printed. The measuring process has those of one pass, the one that shows them has those of all passes.
 */
const measuredTask: Bytes = 50;
const shownTask: Bytes = 50;

/** Memory of the times of all tasks. What prints or saves them does it in pieces, and takes none to speak of. */
export function timesMemory(plan: Pick<Plan, 'cases' | 'passes'>): Bytes {
  const shown = plan.passes.reduce((total, pass) => total + caseOf(plan, pass).tasks, 0);
  const measured = plan.cases.reduce((most, { tasks }) => Math.max(most, tasks), 0);
  return measured * measuredTask + shown * shownTask;
}

/**
 * Memory of all cases and of their tasks' times together: they hold it at the same time, because arenas stay warm between
 * rounds.
 */
export const planMemory = (plan: Pick<Plan, 'cases' | 'passes'>): Bytes =>
  plan.cases.reduce((total, planned) => total + caseMemory(planned), 0) + timesMemory(plan);

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

/** Above it a report takes minutes, and no run file holds it. */
const mostTimes: Bytes = 2e9;

/** The same for a plan, which may not keep too many times either. */
export function judgePlan(plan: Plan, memory: Memory): MemoryVerdict {
  const times = timesMemory(plan);
  return times > mostTimes
    ? { level: 'refuse', sentence: `${bytesText(times)} of task times: ${most}` }
    : judgeMemory(planMemory(plan), memory);
}

const most = `the most is ${bytesText(mostTimes)}`;

export type Refusal = {
  /** Why a plan needs force to start, as one sentence. */
  readonly refusal: string;
  /** What is too large: the memory of its workers here or on a cluster, or the number of its tasks. */
  readonly cause: 'work' | 'cluster' | 'tasks';
};

/** Undefined if the plan does not need force to start. */
export function refusalOf(plan: Plan, { memory }: Machine): Refusal | undefined {
  const { workload, tasks } = batchOf(plan);
  const { level, sentence } = judgePlan(plan, memory);
  if (level !== 'refuse') {
    return clusterRefusal(plan);
  }

  const times = timesMemory(plan);
  const alone = judgeMemory(times, memory);
  if (times <= mostTimes && alone.level !== 'refuse') {
    return { refusal: `${workload} needs ${sentence}`, cause: 'work' };
  }

  const kept = `${counted(plan.rounds, 'round')} of ${counted(tasks, 'task')} keep ${bytesText(times)} of task times`;
  const why = times > mostTimes ? most : `${percent(times / memory.limit)} of what is free`;
  return { refusal: `${kept}: ${why}`, cause: 'tasks' };
}

/**
 * The node that the tasks fill most: Ray may place one on each of its CPUs. Undefined if no node with a CPU reports its
 * memory.
 */
export function fullestNode(
  nodes: readonly ClusterNode[],
  { tasks, ...work }: Pick<Case, 'workload' | 'size' | 'tasks'>,
): NodeMemory | undefined {
  const one = pythonMemory(work);
  return nodes
    .flatMap(({ name, cpus, memory: total }): readonly NodeMemory[] =>
      total === undefined || cpus < 1
        ? []
        : [{ node: name, needed: one * Math.min(tasks, cpus), total }],
    )
    .reduce<NodeMemory | undefined>(
      (fullest, found) => (fullest && shareOf(fullest) >= shareOf(found) ? fullest : found),
      undefined,
    );
}

const shareOf = ({ needed, total }: NodeMemory): number =>
  total > 0 ? needed / total : Number.POSITIVE_INFINITY;

/** "4.25 GB at once on the node worker-1 of the cluster: 106 % of its memory". */
export const nodeMemoryText = (found: NodeMemory): string =>
  `${bytesText(found.needed)} at once on the node ${found.node} of the cluster: ${
    found.total > 0
      ? `${percent(shareOf(found))} of the ${bytesText(found.total)} there`
      : 'it has none for tasks'
  }`;

/** A node without enough memory kills the workers of its tasks. */
function clusterRefusal({ cases, ray }: Plan): Refusal | undefined {
  const fullest = ray?.fullest;
  return fullest && shareOf(fullest) > refuseAbove
    ? {
        refusal: `${batchOf({ cases }).workload} needs ${nodeMemoryText(fullest)}`,
        cause: 'cluster',
      }
    : undefined;
}

/** Undefined while the tasks leave enough memory free on every node of the cluster. */
export const clusterPressure = ({ ray }: Pick<Plan, 'ray'>): string | undefined =>
  ray?.fullest && shareOf(ray.fullest) > warnAbove ? nodeMemoryText(ray.fullest) : undefined;
