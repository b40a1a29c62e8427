import type { Observe, WorkerSample } from '../../../core/profile/event.ts';
import type { Case } from '../../../core/plan/plan.ts';
import { allTasksIn } from '../../../core/plan/ray-text.ts';
import type { ClusterNode, DriverEvent } from '../driver/driver-event.ts';
import {
  nodeOrder,
  noProgress,
  progressed,
  type ClusterProgress,
  type ClusterWorker,
} from './cluster-progress.ts';

type Shape = Pick<Case, 'tasks' | 'workers'>;

/** Turns what a driver says into the bars of its cluster's workers, and into a remark where something holds them up. */
export function watchCluster(planned: Shape, observe: Observe) {
  const tellNote = openNote(planned, observe);
  let progress = noProgress;
  return {
    hear(event: DriverEvent) {
      const before = progress;
      progress = progressed(before, event);
      if (progress !== before) {
        observe({
          type: 'workers-sampled',
          workers: samplesOf(progress, planned),
          nodes: nodeNames(progress.nodes),
        });
      }

      tellNote(event, progress);
    },
    /** The number of a worker, from 0, in the order of the bars. */
    workerOf: (id: string): number =>
      slotsOf(progress).findIndex((slot) => slot.workers.some((worker) => worker.id === id)),
  };
}

/** Says what holds the tasks up, when nothing does any more, and what happens after them. */
function openNote({ tasks }: Shape, observe: Observe) {
  let awaited = 0;
  const tell = (note: string | undefined) => observe({ type: 'phase-noted', note });

  return (event: DriverEvent, progress: ClusterProgress) => {
    if (event.ev === 'cluster' && event.free < Math.min(tasks, event.cpus)) {
      awaited = Math.min(tasks, event.cpus);
      tell(freeText(event.free, event.cpus));
    } else if (event.ev === 'started' && awaited > 0 && slotsOf(progress).length >= awaited) {
      awaited = 0;
      tell(undefined);
    } else if (event.ev === 'result' && doneOf(progress) === tasks) {
      tell(allTasksIn);
    }
  };
}

const doneOf = ({ workers }: ClusterProgress): number =>
  workers.reduce((sum, worker) => sum + worker.tasks, 0);

const freeText = (free: number, cpus: number): string =>
  free > 0
    ? `${free} of ${cpus} CPUs are free: the rest is waited for`
    : 'no CPU of the cluster is free: the tasks wait for one';

/** A CPU of a node, and the processes that tasks ran in there: Ray may put another in the place of one that ended. */
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

/** Addresses; two nodes of one machine share theirs, and are told apart by their ids. */
function nodeNames(nodes: readonly ClusterNode[]): readonly string[] {
  return nodes.map(({ id, ip }) =>
    nodes.filter((other) => other.ip === ip).length > 1 ? `${ip} ${id.slice(0, 4)}` : ip,
  );
}
