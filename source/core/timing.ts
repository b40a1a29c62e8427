import { firstDue, type Due } from './first-due.ts';
import type { Milliseconds } from './units.ts';

/** The longest time that a Node timer can wait: 24 days. */
export const longestTimeout: Milliseconds = 2 ** 31 - 1;

/** A clock with timers, so that playback can run on made-up time. */
export type Timing = {
  /** Starts anywhere; never goes back. */
  readonly now: () => Milliseconds;
  /** Calls `act` after `time`, unless the returned function is called first. */
  readonly after: (time: Milliseconds, act: () => void) => () => void;
};

/** The same timing, `times` times as fast. */
export const faster = ({ now, after }: Timing, times: number): Timing => ({
  now: () => now() * times,
  after: (time, act) => after(time / times, act),
});

/**
 * The same timing, but its clock stops at a timer's due time until that timer has run, however late. So the same things
 * happen in the same order on every machine, however busy it is.
 */
export function patient({ now: outside, after }: Timing): Timing {
  const waiting = new Set<Due>();
  let behind: Milliseconds = 0;
  let callOff = () => {};
  const passed = () => outside() - behind;
  const now = () => Math.min(passed(), firstDue(waiting)?.due ?? Number.POSITIVE_INFINITY);

  const sleep = () => {
    callOff();
    const first = firstDue(waiting);
    if (first) {
      callOff = after(Math.max(first.due - passed(), 0), () => {
        behind = outside() - first.due;
        waiting.delete(first);
        first.act();
        sleep();
      });
    }
  };

  return {
    now,
    after(time, act) {
      const one = { due: now() + Math.max(time, 0), act };
      waiting.add(one);
      sleep();
      return () => {
        // If it is already late, the clock stands still at its due time and must continue from there.
        behind = outside() - now();
        waiting.delete(one);
        sleep();
      };
    },
  };
}
