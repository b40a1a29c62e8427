import type { Milliseconds } from '../../core/units.ts';
import type { DriverEvent } from './driver/driver-event.ts';
import { pause } from './abortable.ts';

/** When a job last made progress. An empty progress line only shows that its driver lives. */
export type JobProgress = {
  readonly see: (event: DriverEvent) => void;
  /** -Infinity before the first. */
  readonly last: () => Milliseconds;
};

export function openJobProgress(now: () => Milliseconds): JobProgress {
  let last = Number.NEGATIVE_INFINITY;
  return {
    see(event) {
      if (event.ev !== 'progress' || Object.keys(event.frac).length > 0) {
        last = now();
      }
    },
    last: () => last,
  };
}

export type Progressing = {
  readonly progress: Pick<JobProgress, 'last'>;
  readonly now: () => Milliseconds;
};

const checkPeriod: Milliseconds = 1000;

/** A signal that aborts with `signal`, and once there has been no progress for `limit`. */
export function whileProgressing(
  { progress, now }: Progressing,
  limit: Milliseconds,
  signal: AbortSignal,
): AbortSignal {
  const over = new AbortController();
  const began = now();
  const watch = async () => {
    while (!signal.aborted && now() - Math.max(began, progress.last()) < limit) {
      await pause(checkPeriod, signal);
    }

    over.abort();
  };
  void watch();
  return over.signal;
}
