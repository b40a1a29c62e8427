import type { Share } from '../../../core/units.ts';
import type { ClusterNode, DriverEvent, EventNamed } from '../driver/driver-event.ts';
import { openWorkerPlaces, type Place, type WorkerPlaces } from './worker-places.ts';

/** A worker of the cluster, as a screen shows it. */
export type ClusterWorker = {
  readonly id: string;
  readonly node: string;
  /** Number of finished tasks. */
  readonly tasks: number;
  /** Number of tasks that failed on it. */
  readonly failed: number;
  /** Progress of the running task, 0 between tasks. A failed task keeps its last value; it never goes down. */
  readonly share: Share;
};

/**
 * The workers of a job and how far they are. An event costs the same however many workers there are: a cluster may have
 * thousands, and a driver may report thousands of tasks in a second.
 */
export type ClusterProgress = {
  /** Returns whether the event changed a worker or the nodes. */
  readonly add: (event: DriverEvent) => boolean;
  readonly nodes: () => readonly ClusterNode[];
  readonly places: () => readonly Place<ClusterWorker>[];
  /** How many CPUs have had a task. */
  readonly width: () => number;
  /** How many tasks have started, and how many have finished. */
  readonly started: () => number;
  readonly finished: () => number;
};

type Worker = { -readonly [Field in keyof ClusterWorker]: ClusterWorker[Field] } & {
  task?: number | undefined;
};

type Fold = {
  nodes: readonly ClusterNode[];
  places: WorkerPlaces<Worker>;
  readonly workers: Map<string, Worker>;
  /** By task. */
  readonly running: Map<number, Worker>;
  started: number;
  finished: number;
};

export function openClusterProgress(): ClusterProgress {
  const fold: Fold = {
    nodes: [],
    places: openWorkerPlaces([]),
    workers: new Map(),
    running: new Map(),
    started: 0,
    finished: 0,
  };
  return {
    add: (event) => addTo(fold, event),
    nodes: () => fold.nodes,
    places: () => fold.places.all(),
    width: () => fold.places.count(),
    started: () => fold.started,
    finished: () => fold.finished,
  };
}

function addTo(fold: Fold, event: DriverEvent): boolean {
  switch (event.ev) {
    case 'cluster':
      list(fold, event.nodes);
      return true;
    case 'started':
      start(fold, event);
      return true;
    case 'progress':
      return update(fold, event);
    case 'result':
      return settle(fold, event.task, (worker) => {
        worker.tasks++;
        worker.share = 0;
        fold.finished++;
      });
    case 'failed':
      return settle(fold, event.task, (worker) => void worker.failed++);
    case 'hello':
    case 'warm':
    case 'submitted':
    case 'serial':
    case 'end':
    case 'here':
    case 'row':
    case 'nopython':
      return false;
  }
}

function list(fold: Fold, nodes: readonly ClusterNode[]): void {
  fold.nodes = nodes;
  fold.places = openWorkerPlaces(nodes);
  fold.workers.forEach((worker) => fold.places.add(worker, worker.node));
}

function start(fold: Fold, { worker: id, node, task }: EventNamed<'started'>): void {
  const { workers, running, places } = fold;
  let worker = workers.get(id);
  if (!worker) {
    worker = { id, node, tasks: 0, failed: 0, share: 0 };
    workers.set(id, worker);
    places.add(worker, node);
  }

  if (worker.task !== undefined && running.get(worker.task) === worker) {
    running.delete(worker.task);
  }

  worker.task = task;
  running.set(task, worker);
  fold.started++;
}

function update({ running }: Fold, { frac }: EventNamed<'progress'>): boolean {
  let changed = false;
  for (const [task, share] of Object.entries(frac)) {
    const worker = running.get(Number(task));
    if (worker && share > worker.share) {
      worker.share = share;
      changed = true;
    }
  }

  return changed;
}

/** Ends a task on the worker that runs it. A driver may report a task that it has not started. */
function settle({ running }: Fold, task: number, change: (worker: Worker) => void): boolean {
  const worker = running.get(task);
  if (!worker) {
    return false;
  }

  running.delete(task);
  worker.task = undefined;
  change(worker);
  return true;
}
