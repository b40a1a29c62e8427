import { widthOf } from '../../core/text/cells.ts';
import { runsHere } from '../../core/plan/engines.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import type { RunningPass } from '../../core/profile/state.ts';

/** The number of workers in a zone, and their nodes. */
export type WorkerSet = {
  readonly workers: number;
  /** Only if the workers are on more than one node. */
  readonly nodes?: Nodes;
};

export type Nodes = {
  readonly count: number;
  /** The names of the first nodes, as far as known. */
  readonly names: readonly string[];
  /** The node of each worker that has joined, by worker number. */
  readonly of: readonly (number | undefined)[];
};

/** The planned workers of a pass, and any that joined beyond them. */
export function workerSetOf({ case: planned, workers: samples, remote }: RunningPass): WorkerSet {
  const names = remote?.nodes ?? [];
  const workers = Math.max(planned.workers, samples.length);
  const of = samples.map(({ node }) => node);
  const count = of.reduce<number>((most, node = -1) => Math.max(most, node + 1), names.length);
  return isShared(planned.engine) && count > 1
    ? { workers, nodes: { count, names, of } }
    : { workers };
}

/** Whether its workers are processes of a cluster rather than our own threads. */
export const isShared = (engine: EngineName): boolean => !runsHere(engine);

/** "w007": padded to the digits of the last worker. */
export const workerName = (worker: number, workers: number): string =>
  `w${String(worker + 1).padStart(String(workers).length, '0')}`;

/** "n03". */
export const nodeLabel = (node: number, { count }: Pick<Nodes, 'count'>): string =>
  `n${String(node + 1).padStart(String(count).length, '0')}`;

/** A node's name on the cluster, or its label if the name is unknown. */
export const nodeName = (node: number, nodes: Nodes): string =>
  nodes.names[node] ?? nodeLabel(node, nodes);

/** The width of the longest name. */
export const nodeNameWidth = (nodes: Nodes): number =>
  nodes.names.reduce((widest, name) => Math.max(widest, widthOf(name)), nodeLabel(0, nodes).length);
