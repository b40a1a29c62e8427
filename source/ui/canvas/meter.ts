import { percent } from '../../core/text/format.ts';
import { filledCells } from '../../core/text/glyphs.ts';
import type { Share } from '../../core/units.ts';
import { piece, type Line, type Piece } from './line.ts';
import type { Theme, Tone } from './theme.ts';

export type Fill = { readonly glyph: string; readonly tone: Tone };

/** How a bar is filled, and its exact width in cells. */
export type Bar = Fill & { readonly width: number };

export function meter(share: Share, { glyph, tone, width }: Bar, { rest }: Theme): Line {
  const cells = Math.max(0, width);
  const filled = filledCells(share, cells);
  return [piece(glyph.repeat(filled), tone), piece(rest.repeat(cells - filled), 'faint')];
}

/** How far something is. */
export function progressMeter(
  share: Share,
  { tone, width }: Omit<Bar, 'glyph'>,
  { progress, progressRest }: Theme,
): Line {
  const cells = Math.max(0, width);
  const filled = filledCells(share, cells);
  return [
    piece(progress.repeat(filled), tone),
    piece(progressRest.repeat(cells - filled), 'faint'),
  ];
}

/** A vertical bar in one cell. */
export function level(share: Share, tone: Tone, { levels }: Theme): Piece {
  const step = share > 0 ? Math.max(1, Math.round(share * (levels.length - 1))) : 0;
  const glyph = levels[Math.min(step, levels.length - 1)] ?? '';
  return piece(glyph, step === 0 ? 'faint' : tone);
}

/** "  7 %": right-aligned, so that nothing moves when it grows. */
export const percentCell = (share: Share): string => percent(share).padStart(5);
