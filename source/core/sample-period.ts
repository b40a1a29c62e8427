import type { Milliseconds } from './units.ts';

/**
 * How often workers are sampled and the screen is drawn, at most: what is drawn takes time from the pool that it shows,
 * `npm run bench:screen` says how much.
 */
export const samplePeriod: Milliseconds = 250;
