import { bytes as bytesText, percent } from '../text/format.ts';
import type { Bytes } from '../units.ts';
import type { ClusterNode } from './ray.ts';
import { workloads, type WorkloadName } from './workload.ts';

type Task = { readonly workload: WorkloadName; readonly size: number };

/** The tasks of a pass. */
export type Batch = Task & { readonly tasks: number };

/** Memory of an idle Ray worker process. */
export const processBytes: Bytes = 80e6;

/** What the tasks that run at once on a node of a cluster need, and the memory that Ray may use there. */
export type NodeMemory = { readonly node: string; readonly needed: Bytes; readonly total: Bytes };

/** Memory of a Ray worker while it runs a task. */
export const pythonMemory = ({ workload, size }: Task): Bytes =>
  (workloads[workload].pythonBytes?.(size) ?? 0) + processBytes;

/**
 * The node that the tasks fill most: Ray may place one on each of its CPUs. Undefined if no node with a CPU reports its
 * memory.
 */
export function fullestNode(
  nodes: readonly ClusterNode[],
  { tasks, ...work }: Batch,
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

export const shareOf = ({ needed, total }: NodeMemory): number =>
  total > 0 ? needed / total : Number.POSITIVE_INFINITY;

/** "4.25 GB at once on the node worker-1 of the cluster: 106 % of its memory". */
export const nodeMemoryText = (found: NodeMemory): string =>
  `${bytesText(found.needed)} at once on the node ${found.node} of the cluster: ${
    found.total > 0
      ? `${percent(shareOf(found))} of the ${bytesText(found.total)} there`
      : 'it has none for tasks'
  }`;
