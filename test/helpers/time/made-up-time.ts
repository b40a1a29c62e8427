import type { Timing } from '../../../source/core/timing.ts';
import type { Milliseconds } from '../../../source/core/units.ts';

/** Time that stands still until `pass` is called. */
export type MadeUpTime = Timing & {
  /** Advances the time. Everything that becomes due runs at its own moment. */
  readonly pass: (time: Milliseconds) => void;
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

  return {
    now: () => now,
    after(time, act) {
      const number = numbered++;
      waiting.set(number, { due: now + Math.max(time, 0), act });
      return () => void waiting.delete(number);
    },
    pass(time) {
      const until = now + time;
      for (let found = next(until); found; found = next(until)) {
        const [number, { due, act }] = found;
        waiting.delete(number);
        now = due;
        act();
      }

      now = until;
    },
  };
}
