import type { Share } from '../../../core/units.ts';
import type { ClusterNode, DriverEvent, EventNamed } from '../driver/driver-event.ts';

/** A worker of the cluster, as a screen shows it. */
export type ClusterWorker = {
  readonly id: string;
  readonly node: string;
  /** Number of finished tasks. */
  readonly tasks: number;
  /** Number of tasks that failed on it. */
  readonly failed: number;
  /** Progress of the running task, 0 between tasks. A failed task keeps its last value. */
  readonly share: Share;
  readonly task?: number;
};

export type ClusterProgress = {
  readonly nodes: readonly ClusterNode[];
  /** Grouped by node in the order of `nodes`, then in the order in which they appeared. */
  readonly workers: readonly ClusterWorker[];
};

export const noProgress: ClusterProgress = { nodes: [], workers: [] };

/** The progress after one more event; a worker's share never goes down. */
export function advance(before: ClusterProgress, event: DriverEvent): ClusterProgress {
  switch (event.ev) {
    case 'cluster':
      return { nodes: event.nodes, workers: byNode(before.workers, event.nodes) };
    case 'started':
      return startTask(before, event);
    case 'progress':
      return updateWorkers(before, ({ task, share, ...worker }) => {
        const now = task === undefined ? undefined : event.frac[task];
        return { ...worker, ...taskField(task), share: Math.max(share, now ?? 0) };
      });
    case 'result':
      return updateWorkers(before, ({ task, ...worker }) =>
        task === event.task
          ? { ...worker, tasks: worker.tasks + 1, share: 0 }
          : { ...worker, ...taskField(task) },
      );
    case 'failed':
      return updateWorkers(before, ({ task, ...worker }) =>
        task === event.task
          ? { ...worker, failed: worker.failed + 1 }
          : { ...worker, ...taskField(task) },
      );
    case 'hello':
    case 'warm':
    case 'submitted':
    case 'serial':
    case 'end':
    case 'here':
    case 'row':
    case 'nopython':
      return before;
  }
}

function startTask(
  before: ClusterProgress,
  { worker: id, node, task }: EventNamed<'started'>,
): ClusterProgress {
  if (before.workers.some((worker) => worker.id === id)) {
    return updateWorkers(before, (worker) => (worker.id === id ? { ...worker, task } : worker));
  }

  const newcomer: ClusterWorker = { id, node, tasks: 0, failed: 0, share: 0, task };
  return { ...before, workers: byNode([...before.workers, newcomer], before.nodes) };
}

const updateWorkers = (
  { nodes, workers }: ClusterProgress,
  change: (worker: ClusterWorker) => ClusterWorker,
): ClusterProgress => ({ nodes, workers: workers.map(change) });

const taskField = (task: number | undefined) => (task === undefined ? {} : { task });

/** Ids of the nodes. Nodes that joined after the driver listed them come last, in the order in which they appeared. */
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
