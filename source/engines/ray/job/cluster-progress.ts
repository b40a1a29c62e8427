import type { Share } from '../../../core/units.ts';
import type { ClusterNode, DriverEvent, EventNamed } from '../driver/driver-event.ts';

/** A worker of the cluster, as a screen shows it. */
export type ClusterWorker = {
  readonly id: string;
  readonly node: string;
  /** Finished tasks. */
  readonly tasks: number;
  /** Tasks that failed on it. */
  readonly failed: number;
  /** Share of the running task, 0 between tasks; what a failed one had reached stays. */
  readonly share: Share;
  readonly task?: number;
};

export type ClusterProgress = {
  readonly nodes: readonly ClusterNode[];
  /** By node, in the order of `nodes`; on a node in the order in which they showed up. */
  readonly workers: readonly ClusterWorker[];
};

export const noProgress: ClusterProgress = { nodes: [], workers: [] };

/** What the cluster's workers have done after one more event; no worker ever falls back. */
export function progressed(before: ClusterProgress, event: DriverEvent): ClusterProgress {
  switch (event.ev) {
    case 'cluster':
      return { nodes: event.nodes, workers: byNode(before.workers, event.nodes) };
    case 'started':
      return started(before, event);
    case 'progress':
      return changed(before, ({ task, share, ...worker }) => {
        const now = task === undefined ? undefined : event.frac[task];
        return { ...worker, ...tasked(task), share: Math.max(share, now ?? 0) };
      });
    case 'result':
      return changed(before, ({ task, ...worker }) =>
        task === event.task
          ? { ...worker, tasks: worker.tasks + 1, share: 0 }
          : { ...worker, ...tasked(task) },
      );
    case 'failed':
      return changed(before, ({ task, ...worker }) =>
        task === event.task
          ? { ...worker, failed: worker.failed + 1 }
          : { ...worker, ...tasked(task) },
      );
    case 'hello':
    case 'warm':
    case 'submitted':
    case 'serial':
    case 'end':
    case 'nopython':
      return before;
  }
}

function started(
  before: ClusterProgress,
  { worker: id, node, task }: EventNamed<'started'>,
): ClusterProgress {
  if (before.workers.some((worker) => worker.id === id)) {
    return changed(before, (worker) => (worker.id === id ? { ...worker, task } : worker));
  }

  const newcomer: ClusterWorker = { id, node, tasks: 0, failed: 0, share: 0, task };
  return { ...before, workers: byNode([...before.workers, newcomer], before.nodes) };
}

const changed = (
  { nodes, workers }: ClusterProgress,
  change: (worker: ClusterWorker) => ClusterWorker,
): ClusterProgress => ({ nodes, workers: workers.map(change) });

const tasked = (task: number | undefined) => (task === undefined ? {} : { task });

/** Ids of the nodes. One that joined after the driver looked comes last, in the order in which such nodes showed up. */
export const nodeOrder = ({ nodes, workers }: ClusterProgress): readonly string[] => [
  ...new Set([...nodes.map(({ id }) => id), ...workers.map(({ node }) => node)]),
];

function byNode(
  workers: readonly ClusterWorker[],
  nodes: readonly ClusterNode[],
): readonly ClusterWorker[] {
  const rank = new Map(nodeOrder({ nodes, workers }).map((id, index) => [id, index]));
  return workers.toSorted((one, other) => rank.get(one.node)! - rank.get(other.node)!);
}
