import type { Observe, WorkerSample } from '../../../core/profile/event.ts';
import type { Case } from '../../../core/plan/plan.ts';
import { allTasksIn } from '../../../core/plan/ray-text.ts';
import { samplePeriod } from '../../../core/sample-period.ts';
import type { ClusterNode, DriverEvent } from '../driver/driver-event.ts';
import {
  openClusterProgress,
  type ClusterProgress,
  type ClusterWorker,
} from './cluster-progress.ts';
import { openPace } from './pace.ts';
import { openWaiting } from './waiting-text.ts';
import type { Place } from './worker-places.ts';

type Shape = Pick<Case, 'tasks' | 'workers'>;

/**
 * Turns driver events into progress bars of the cluster's workers, and into a note if something delays the tasks. Every
 * event is folded; the bars are reported once per sample period, because a report holds all of them.
 */
export function watchCluster(planned: Shape, observe: Observe) {
  const progress = openClusterProgress();
  const notes = openNotes(planned, progress, observe);
  let isChanged = false;
  const pace = openPace(samplePeriod, () => {
    if (isChanged) {
      isChanged = false;
      observe({
        type: 'workers-sampled',
        workers: samplesOf(progress, planned),
        nodes: nodeNames(progress.nodes()),
      });
    }

    notes.look();
  });
  return {
    handle(event: DriverEvent) {
      isChanged = progress.add(event) || isChanged;
      notes.add(event);
      pace.news();
    },
    /** Reports what is left to report. */
    close: pace.close,
    workerNumbers: () => numbersOf(progress.places()),
  };
}

/** Notes how many tasks wait for CPUs, that none does any longer, and what happens after the last task. */
function openNotes({ tasks }: Shape, progress: ClusterProgress, observe: Observe) {
  const waiting = openWaiting(tasks, progress);
  let shown: string | undefined;
  return {
    add: (event: DriverEvent) => waiting.add(event),
    look: () => {
      const note = progress.finished() === tasks ? allTasksIn : waiting.text();
      if (note !== shown) {
        shown = note;
        observe({ type: 'phase-noted', note });
      }
    },
  };
}

/** A worker's number, from 0, in the order of the bars, by its id. */
const numbersOf = (places: readonly Place<ClusterWorker>[]): ReadonlyMap<string, number> =>
  new Map(places.flatMap(({ workers }, number) => workers.map(({ id }) => [id, number])));

const samplesOf = (progress: ClusterProgress, shape: Shape): readonly WorkerSample[] =>
  progress.places().map((place) => sampleOf(place, shape));

function sampleOf(
  { node, workers: processes }: Place<ClusterWorker>,
  { tasks, workers }: Shape,
): WorkerSample {
  let [done, failed, running] = [0, 0, 0];
  for (const process of processes) {
    done += process.tasks;
    failed += process.failed;
    running = Math.max(running, process.share);
  }

  return {
    share: Math.min(1, ((done + running) * workers) / tasks),
    tasks: done,
    node,
    ...(failed > 0 ? { failed } : {}),
  };
}

/** The nodes' addresses. Nodes on one machine share an address, so part of the id is added. */
function nodeNames(nodes: readonly ClusterNode[]): readonly string[] {
  const counts = new Map<string, number>();
  nodes.forEach(({ ip }) => counts.set(ip, (counts.get(ip) ?? 0) + 1));
  return nodes.map(({ id, ip }) => (counts.get(ip)! > 1 ? `${ip} ${id.slice(0, 4)}` : ip));
}
