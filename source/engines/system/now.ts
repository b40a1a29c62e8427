import { hrtime } from 'node:process';
import type { Milliseconds } from '../../core/units.ts';

/** The system's monotonic clock: the same for all threads and processes. */
export const now = (): Milliseconds => Number(hrtime.bigint()) / 1e6;
