import { samplePeriod } from '../../core/sample-period.ts';
import type { Milliseconds } from '../../core/units.ts';
import { piece, type Piece } from './line.ts';
import type { Theme } from './theme.ts';

/** A spinner that turns with the frames of the screen: one with a clock of its own would draw more of them in a timed pass. */
export const turning = (now: Milliseconds, { turns }: Theme): Piece =>
  piece(turns[Math.floor(Math.max(0, now) / samplePeriod) % turns.length] ?? ' ', 'strong');
