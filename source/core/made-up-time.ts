import { firstDue, type Due } from './first-due.ts';
import type { Timing } from './timing.ts';
import type { Milliseconds } from './units.ts';

/** Time that stands still until it is told to pass. It begins at 0. */
export type MadeUpTime = Timing & {
  /** Advances the time. Everything that becomes due runs at its own moment. */
  readonly pass: (time: Milliseconds) => void;
  /** Runs what is due next, at its own moment; true if there is something due up to `until`, else it is `until` now. */
  readonly step: (until: Milliseconds) => boolean;
};

export function madeUpTime(): MadeUpTime {
  let now = 0;
  const waiting = new Set<Due>();

  const step = (until: Milliseconds) => {
    const next = firstDue(waiting);
    if (!next || next.due > until) {
      now = Math.max(now, until);
      return false;
    }

    waiting.delete(next);
    now = next.due;
    next.act();
    return true;
  };

  return {
    now: () => now,
    after(time, act) {
      const one = { due: now + Math.max(time, 0), act };
      waiting.add(one);
      return () => void waiting.delete(one);
    },
    step,
    pass(time) {
      const until = now + time;
      while (step(until));
    },
  };
}
