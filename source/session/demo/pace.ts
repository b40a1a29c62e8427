import type { Milliseconds } from '../../core/units.ts';

/** How long these parts of the script stay to be read. What leads from one to the next has times of its own, as has the end. */
export type Pace = {
  /** The setup, before anything is pressed. */
  readonly setup: Milliseconds;
  /** The forecast of another size. If left out, no other size is tried. */
  readonly forecast?: Milliseconds;
  /** Before a run is started. */
  readonly start: Milliseconds;
  /** Each caption of a run. */
  readonly run: Milliseconds;
  /** The results. */
  readonly results: Milliseconds;
  /** Whether a second run follows, of tiny tasks. */
  readonly second: boolean;
};

/** Of a guided tour: every caption can be read at leisure, and all of it stays under a minute. */
export const tourPace: Pace = {
  setup: 4000,
  forecast: 2500,
  start: 2500,
  run: 4500,
  results: 7000,
  second: true,
};
