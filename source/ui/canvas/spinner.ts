import { samplePeriod } from '../../core/sample-period.ts';
import type { Milliseconds } from '../../core/units.ts';
import { piece, type Piece } from './line.ts';
import type { Theme } from './theme.ts';

/** A spinner driven by the screen's own frames: one with its own timer would cost extra frames in a timed pass. */
export function spinnerAt(now: Milliseconds, { spinnerFrames }: Theme): Piece {
  const frame = Math.floor(Math.max(0, now) / samplePeriod) % spinnerFrames.length;
  return piece(spinnerFrames[frame] ?? ' ', 'strong');
}
