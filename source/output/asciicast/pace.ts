import type { Timing } from '../../core/timing.ts';
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
export const framePeriod: Milliseconds = 100;

/** `write` gets the time of the write. A second reading of the clock could differ, since the program may stall. */
export function openPace(write: (at: Milliseconds) => void, { now, after }: Timing): Pace {
  let latest: Milliseconds = Number.NEGATIVE_INFINITY;
  let waits = false;
  let callOff: (() => void) | undefined;

  const flush = () => {
    callOff?.();
    callOff = undefined;
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
      callOff ??= after(left, () => {
        callOff = undefined;
        settle();
      });
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
