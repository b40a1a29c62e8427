import type { Timing } from '../core/timing.ts';

/** Real time, as opposed to the made-up time of tests. */
export const realTiming: Timing = {
  now: () => performance.now(),
  after(time, act) {
    const timer = setTimeout(act, time);
    return () => clearTimeout(timer);
  },
};
