import type { Milliseconds } from '../../../core/units.ts';

export type Pace = {
  readonly news: () => void;
  /** Acts on news that are left, and on none any more. */
  readonly close: () => void;
};

/** Acts on news at once, and then at most once per period. */
export function openPace(period: Milliseconds, act: () => void): Pace {
  let timer: NodeJS.Timeout | undefined;
  let isDue = false;
  let isOpen = true;

  const actNow = () => {
    isDue = false;
    timer = setTimeout(rested, period);
    act();
  };
  const rested = () => {
    timer = undefined;
    if (isDue) {
      actNow();
    }
  };

  return {
    news() {
      isDue = isOpen;
      if (isOpen && timer === undefined) {
        actNow();
      }
    },
    close() {
      isOpen = false;
      clearTimeout(timer);
      if (isDue) {
        isDue = false;
        act();
      }
    },
  };
}
