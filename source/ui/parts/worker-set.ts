import { runsHere } from '../../core/plan/engines.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import type { RunningPass } from '../../core/profile/state.ts';

/** The workers that a zone shows. */
export type WorkerSet = {
  readonly workers: number;
  /** Where they are, if that is on more than one node of a cluster. */
  readonly nodes?: Nodes;
};

export type Nodes = {
  /** How many there are. */
  readonly count: number;
  /** Of the first ones, as far as they are known. */
  readonly names: readonly string[];
  /** The node of every worker that has shown up, in the order of their numbers. */
  readonly of: readonly (number | undefined)[];
};

/** The workers of a pass: those that were planned, and those that showed up beyond them. */
export function workerSetOf({ case: planned, workers: samples, remote }: RunningPass): WorkerSet {
  const names = remote?.nodes ?? [];
  const workers = Math.max(planned.workers, samples.length);
  const of = samples.map(({ node }) => node);
  const count = of.reduce<number>((most, node = -1) => Math.max(most, node + 1), names.length);
  return isShared(planned.engine) && count > 1
    ? { workers, nodes: { count, names, of } }
    : { workers };
}

/** Whether its workers are processes of a cluster, which may be anywhere, and no threads of ours. */
export const isShared = (engine: EngineName): boolean => !runsHere(engine);

/** "w007": as many digits as the last one has. */
export const workerName = (worker: number, workers: number): string =>
  `w${String(worker + 1).padStart(String(workers).length, '0')}`;

/** "n03". */
export const nodeLabel = (node: number, { count }: Pick<Nodes, 'count'>): string =>
  `n${String(node + 1).padStart(String(count).length, '0')}`;

/** What the cluster calls a node; its label where the cluster has not told. */
export const nodeName = (node: number, nodes: Nodes): string =>
  nodes.names[node] ?? nodeLabel(node, nodes);

/** Cells of the longest name. */
export const nodeNameWidth = (nodes: Nodes): number =>
  nodes.names.reduce((widest, { length }) => Math.max(widest, length), nodeLabel(0, nodes).length);
