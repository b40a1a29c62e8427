import type { Share } from '../units.ts';

/** Fills the overhead of a bar. */
export const overheadFill = (plain: boolean): string => (plain ? ':' : '░');

/** Fills a bar that says how long something took, with a gap to the row below. */
export const durationFill = (plain: boolean): string => (plain ? '=' : '▇');

/** Marks of trust: what is as it should be, what is worth a look, what is not known. */
export const trustMarks = (plain: boolean) =>
  plain
    ? ({ good: '+', note: '!', unknown: '?' } as const)
    : ({ good: '✓', note: '▲', unknown: '?' } as const);

/** How many of `width` cells a share fills; any share above 0 fills at least one. */
export function filledCells(share: Share, width: number): number {
  const cells = Math.round(Math.min(Math.max(share, 0), 1) * width);
  return share > 0 ? Math.min(Math.max(cells, 1), width) : 0;
}

/**
 * Splits a bar into solid cells (tasks running) and faint cells (overhead). Overhead below half a cell is not drawn, so
 * that rounding never shows overhead where there is almost none.
 */
export function barCells(
  { share, overhead }: { readonly share: Share; readonly overhead: Share },
  width: number,
): { readonly solid: number; readonly faint: number } {
  const cells = filledCells(share, width);
  const faint = Math.min(Math.round(Math.max(overhead, 0) * width), Math.max(cells - 1, 0));
  return { solid: cells - faint, faint };
}

type BarGlyphs = { readonly fill: string; readonly rest: string };

/** A bar of exactly `width` cells. */
export function bar(share: Share, width: number, { fill, rest }: BarGlyphs): string {
  const filled = filledCells(share, width);
  return fill.repeat(filled) + rest.repeat(width - filled);
}
