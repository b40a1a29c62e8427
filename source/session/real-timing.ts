import type { Timing } from '../core/timing.ts';

/** The time of the world. */
export const realTiming: Timing = {
  now: () => performance.now(),
  after(time, act) {
    const timer = setTimeout(act, time);
    return () => clearTimeout(timer);
  },
};
