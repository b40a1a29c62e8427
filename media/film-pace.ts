import type { Milliseconds } from '../source/core/units.ts';
import type { Pace } from '../source/session/demo/pace.ts';

/** Of the film in the README, which loops: the setup, a run and its results. */
export const filmPace: Pace = {
  setup: 1500,
  start: 1500,
  run: 2500,
  results: 5000,
  second: false,
};

/** The film plays its run at twice the speed, so that nobody waits for a result. */
export const filmSpeed = 2;

/** The results stand for so long before the setup. */
export const posterTime: Milliseconds = 1000;
