import type { Milliseconds } from './units.ts';

/** The longest time that a timer of Node can wait: 24 days. */
export const longestTimeout: Milliseconds = 2 ** 31 - 1;

/** Time, as it passes for whatever is played in it. */
export type Timing = {
  /** Where it starts does not matter; it never goes back. */
  readonly now: () => Milliseconds;
  /** Calls `act` when so much time has passed, unless the returned function is called before. */
  readonly after: (time: Milliseconds, act: () => void) => () => void;
};

/** The same time, in which everything goes so many times as fast. */
export const faster = ({ now, after }: Timing, times: number): Timing => ({
  now: () => now() * times,
  after: (time, act) => after(time / times, act),
});

/**
 * The same time, which waits for whoever acts in it: where a timer is late, it has stood still at the moment at which
 * that was due. What happens, and in which order, is the same on every machine, however crowded it is.
 */
export function patient({ now: outside, after }: Timing): Timing {
  const waiting = new Set<{ readonly due: Milliseconds; readonly act: () => void }>();
  let behind: Milliseconds = 0;
  let callOff = () => {};
  const passed = () => outside() - behind;
  // The one that was set first, of those that are due at once.
  const next = () => [...waiting].toSorted((one, other) => one.due - other.due).at(0);
  const now = () => Math.min(passed(), next()?.due ?? Number.POSITIVE_INFINITY);

  const sleep = () => {
    callOff();
    const first = next();
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
        // It may be late already, and nobody has seen that time.
        behind = outside() - now();
        waiting.delete(one);
        sleep();
      };
    },
  };
}
