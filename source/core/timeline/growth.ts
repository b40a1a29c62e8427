import type { WorkerHistory, WorkersAt } from '../profile/worker-history.ts';
import type { Milliseconds } from '../units.ts';
import type { Stretch, TimelineCell } from './timeline.ts';
import type { WorkerGroup } from './worker-groups.ts';

type OpenCell = { busy: number };

/**
 * The cells of every group of workers in a pass that still runs. Its tasks are reported when it ends; until then a
 * worker counts as busy from one sample to the next if it got further. The pass began at `since`.
 */
export function growingRows(
  { history, since }: { readonly history: WorkerHistory; readonly since: Milliseconds },
  groups: readonly WorkerGroup[],
  stretch: Stretch,
): ReadonlyArray<readonly TimelineCell[]> {
  return groups.map(({ workers }) => {
    const cells = Array.from({ length: stretch.cells }, (): OpenCell => ({ busy: 0 }));
    for (const worker of workers) {
      for (const [from, to] of busySpells(history, { worker, since })) {
        addSpell(cells, { from: from - since, to: to - since, workers: workers.length }, stretch);
      }
    }

    return cells.map(({ busy }) => ({ busy, onCpu: busy, waiting: 0, blocked: 0, starts: 0 }));
  });
}

type Spell = readonly [from: Milliseconds, to: Milliseconds];

function busySpells(
  history: WorkerHistory,
  { worker, since }: { readonly worker: number; readonly since: Milliseconds },
): readonly Spell[] {
  return history.flatMap((sample, index) => {
    const before = history[index - 1];
    return progressOf(sample, worker) > (before ? progressOf(before, worker) : 0)
      ? [[before?.at ?? since, sample.at] as const]
      : [];
  });
}

/** Grows with every step of a worker: the share of its part up to that, then its tasks alone. */
function progressOf({ workers }: WorkersAt, worker: number): number {
  const sample = workers[worker];
  return sample ? sample.tasks + sample.share : 0;
}

function addSpell(
  cells: readonly OpenCell[],
  spell: { readonly from: Milliseconds; readonly to: Milliseconds; readonly workers: number },
  { from, to }: Stretch,
): void {
  const slice = (to - from) / cells.length;
  const [start, end] = [(spell.from - from) / slice, (spell.to - from) / slice];
  const last = Math.min(Math.ceil(end), cells.length);
  for (let index = Math.max(Math.floor(start), 0); index < last; index++) {
    const part = Math.max(0, Math.min(end, index + 1) - Math.max(start, index));
    cells[index]!.busy += part / spell.workers;
  }
}
