import { hrtime } from 'node:process';
import type { Milliseconds } from '../../core/units.ts';

/** One monotonic clock for all threads of this process. */
export const now = (): Milliseconds => Number(hrtime.bigint()) / 1e6;
