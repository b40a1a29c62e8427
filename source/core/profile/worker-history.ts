import type { Milliseconds } from '../units.ts';
import type { WorkerSample } from './event.ts';

/** The workers of a running pass at a time. */
export type WorkersAt = { readonly at: Milliseconds; readonly workers: readonly WorkerSample[] };

/** The samples of a running pass so far, for a timeline that grows. */
export type WorkerHistory = readonly WorkersAt[];

/** More than a timeline has cells. */
const most = 512;

/** Adds a sample. Too many are thinned out evenly over the time of the pass. */
export const withWorkerSample = (history: WorkerHistory, sample: WorkersAt): WorkerHistory => [
  ...(history.length < most ? history : thinned(history)),
  sample,
];

function thinned(history: WorkerHistory): WorkerHistory {
  const spacing = (2 * (history.at(-1)!.at - history[0]!.at)) / most;
  let last = Number.NEGATIVE_INFINITY;
  return history.filter(({ at }) => {
    const isKept = at - last >= spacing;
    last = isKept ? at : last;
    return isKept;
  });
}
