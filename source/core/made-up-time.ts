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
  let numbered = 0;
  const waiting = new Map<number, { readonly due: Milliseconds; readonly act: () => void }>();

  const next = (until: Milliseconds) =>
    [...waiting]
      .filter(([, { due }]) => due <= until)
      .toSorted(([one, { due: first }], [other, { due: second }]) => first - second || one - other)
      .at(0);

  const step = (until: Milliseconds) => {
    const found = next(until);
    if (!found) {
      now = Math.max(now, until);
      return false;
    }

    const [number, { due, act }] = found;
    waiting.delete(number);
    now = due;
    act();
    return true;
  };

  return {
    now: () => now,
    after(time, act) {
      const number = numbered++;
      waiting.set(number, { due: now + Math.max(time, 0), act });
      return () => void waiting.delete(number);
    },
    step,
    pass(time) {
      const until = now + time;
      while (step(until));
    },
  };
}
