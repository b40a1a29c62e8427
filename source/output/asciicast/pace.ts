import type { Milliseconds } from '../../core/units.ts';

/** Decides when to write: at once, but at least a period after the last write. */
export type Pace = {
  /** Something is to be written. */
  readonly soon: () => void;
  /** The next write does not wait. */
  readonly hurry: () => void;
  /** Writes what is pending. */
  readonly flush: () => void;
};

/** Ten frames a second look smooth. */
const framePeriod: Milliseconds = 100;

/** `write` gets the time of the write. A second reading of the clock could differ, since the program may stall. */
export function openPace(write: (at: Milliseconds) => void, now: () => Milliseconds): Pace {
  let latest: Milliseconds = Number.NEGATIVE_INFINITY;
  let waits = false;
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waits) {
      waits = false;
      latest = now();
      write(latest);
    }
  };

  const settle = () => {
    const left = latest + framePeriod - now();
    if (left <= 0) {
      flush();
    } else if (waits) {
      // Timers count from the start of the event loop's turn, so they may fire early: check again.
      timer ??= setTimeout(() => {
        timer = undefined;
        settle();
      }, left);
    }
  };

  return {
    flush,
    hurry: () => void (latest = Number.NEGATIVE_INFINITY),
    soon() {
      waits = true;
      // Ink writes a frame in pieces, all in one turn.
      queueMicrotask(settle);
    },
  };
}
