import type { Milliseconds } from './units.ts';

/**
 * The shortest time between two samples of the workers, and between two frames: drawing takes CPU time from the pool.
 * `npm run bench:screen` measures how much.
 */
export const samplePeriod: Milliseconds = 250;
