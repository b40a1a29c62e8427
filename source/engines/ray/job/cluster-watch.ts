import type { Observe, WorkerSample } from '../../../core/profile/event.ts';
import type { Case } from '../../../core/plan/plan.ts';
import { allTasksIn } from '../../../core/plan/ray-text.ts';
import type { ClusterNode, DriverEvent } from '../driver/driver-event.ts';
import {
  advance,
  nodeOrder,
  noProgress,
  type ClusterProgress,
  type ClusterWorker,
} from './cluster-progress.ts';

type Shape = Pick<Case, 'tasks' | 'workers'>;

/** Turns driver events into progress bars of the cluster's workers, and into a note if something delays the tasks. */
export function watchCluster(planned: Shape, observe: Observe) {
  const updateNote = noteUpdater(planned, observe);
  let progress = noProgress;
  return {
    handle(event: DriverEvent) {
      const before = progress;
      progress = advance(before, event);
      if (progress !== before) {
        observe({
          type: 'workers-sampled',
          workers: samplesOf(progress, planned),
          nodes: nodeNames(progress.nodes),
        });
      }

      updateNote(event, progress);
    },
    /** A worker's number, from 0, in the order of the bars. */
    workerOf: (id: string): number =>
      slotsOf(progress).findIndex((slot) => slot.workers.some((worker) => worker.id === id)),
  };
}

/** Notes that tasks wait for CPUs, that they no longer do, and what happens after the last task. */
function noteUpdater({ tasks }: Shape, observe: Observe) {
  let neededWorkers = 0;
  const note = (note: string | undefined) => observe({ type: 'phase-noted', note });

  return (event: DriverEvent, progress: ClusterProgress) => {
    if (event.ev === 'cluster' && event.free < Math.min(tasks, event.cpus)) {
      neededWorkers = Math.min(tasks, event.cpus);
      note(freeText(event.free, event.cpus));
    } else if (
      event.ev === 'started' &&
      neededWorkers > 0 &&
      slotsOf(progress).length >= neededWorkers
    ) {
      neededWorkers = 0;
      note(undefined);
    } else if (event.ev === 'result' && finishedCount(progress) === tasks) {
      note(allTasksIn);
    }
  };
}

const finishedCount = ({ workers }: ClusterProgress): number =>
  workers.reduce((sum, worker) => sum + worker.tasks, 0);

const freeText = (free: number, cpus: number): string =>
  free > 0
    ? `${free} of ${cpus} CPUs are free: waiting for the rest`
    : 'no CPU of the cluster is free: the tasks wait for one';

/** One CPU of a node, with its worker processes: Ray may replace one that ended. */
type Slot = { readonly node: number; readonly workers: readonly ClusterWorker[] };

function slotsOf(progress: ClusterProgress): readonly Slot[] {
  const { nodes, workers } = progress;
  return nodeOrder(progress).flatMap((id, node) => {
    const here = workers.filter((worker) => worker.node === id);
    const cpus = Math.max(1, nodes.find((found) => found.id === id)?.cpus ?? here.length);
    const width = Math.min(cpus, here.length);
    return Array.from({ length: width }, (_, slot) => ({
      node,
      workers: here.filter((__, index) => index % cpus === slot),
    }));
  });
}

const samplesOf = (progress: ClusterProgress, { tasks, workers }: Shape): readonly WorkerSample[] =>
  slotsOf(progress).map((slot) => {
    const done = slot.workers.reduce((sum, worker) => sum + worker.tasks, 0);
    const failed = slot.workers.reduce((sum, worker) => sum + worker.failed, 0);
    const running = Math.max(...slot.workers.map(({ share }) => share));
    return {
      share: Math.min(1, ((done + running) * workers) / tasks),
      tasks: done,
      node: slot.node,
      ...(failed > 0 ? { failed } : {}),
    };
  });

/** The nodes' addresses. Nodes on one machine share an address, so part of the id is added. */
function nodeNames(nodes: readonly ClusterNode[]): readonly string[] {
  return nodes.map(({ id, ip }) =>
    nodes.filter((other) => other.ip === ip).length > 1 ? `${ip} ${id.slice(0, 4)}` : ip,
  );
}
