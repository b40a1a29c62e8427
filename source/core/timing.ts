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
