import type { Milliseconds } from '../../core/units.ts';

/** When something is written: at once, but not sooner than a period after what was written before. */
export type Pace = {
  /** There is something to write. */
  readonly soon: () => void;
  /** What comes next does not wait. */
  readonly hurry: () => void;
  /** Writes what waits. */
  readonly flush: () => void;
};

/** Ten frames a second look smooth. */
const framePeriod: Milliseconds = 100;

/** `write` is told when that is: between two readings of the clock the program may be held up. */
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
      // Comes back here, for a timer may be early: it counts from when the program last waited for anything.
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
      // Ink writes a frame in pieces, and waits for nothing in between.
      queueMicrotask(settle);
    },
  };
}
