import { percent } from '../../core/text/format.ts';
import { barCells, filledCells } from '../../core/text/glyphs.ts';
import type { Share } from '../../core/units.ts';
import { piece, type Line, type Piece } from './line.ts';
import type { Theme, Tone } from './theme.ts';

export type Fill = { readonly glyph: string; readonly tone: Tone };

/** A bar of exactly `width` cells. */
export function meter(share: Share, width: number, fill: Fill, { rest }: Theme): Line {
  const cells = Math.max(0, width);
  const filled = filledCells(share, cells);
  return [piece(fill.glyph.repeat(filled), fill.tone), piece(rest.repeat(cells - filled), 'faint')];
}

/** The same for a wall: the part of it that is no computing is faint. */
export function wallMeter(
  shares: { readonly share: Share; readonly overhead: Share },
  width: number,
  fill: Fill,
  { rest, overhead }: Theme,
): Line {
  const cells = Math.max(0, width);
  const { solid, faint } = barCells(shares, cells);
  return [
    piece(fill.glyph.repeat(solid), fill.tone),
    piece(overhead.repeat(faint), fill.tone),
    piece(rest.repeat(cells - solid - faint), 'faint'),
  ];
}

/** A bar of one cell. */
export function level(share: Share, tone: Tone, { levels }: Theme): Piece {
  const step = share > 0 ? Math.max(1, Math.round(share * (levels.length - 1))) : 0;
  const glyph = levels[Math.min(step, levels.length - 1)] ?? '';
  return piece(glyph, step === 0 ? 'faint' : tone);
}

/** "  7 %": right-aligned, so that nothing moves. */
export const percentCell = (share: Share): string => percent(share).padStart(5);
