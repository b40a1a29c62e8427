import type { Share } from '../units.ts';

/** What fills the part of a bar that is no computing. */
export const overheadFill = (plain: boolean): string => (plain ? ':' : '░');

/** How many of `width` cells a share fills; what is there at all fills at least one, where there is one. */
export function filledCells(share: Share, width: number): number {
  const cells = Math.round(Math.min(Math.max(share, 0), 1) * width);
  return share > 0 ? Math.min(Math.max(cells, 1), width) : 0;
}

/**
 * Cells of a bar whose end of `overhead` is no computing: those that are solid, and behind them those that are faint.
 * Less than half a cell is not drawn, so that rounding shows no overhead where there is next to none.
 */
export function barCells(
  { share, overhead }: { readonly share: Share; readonly overhead: Share },
  width: number,
): { readonly solid: number; readonly faint: number } {
  const cells = filledCells(share, width);
  const faint = Math.min(Math.round(Math.max(overhead, 0) * width), Math.max(cells - 1, 0));
  return { solid: cells - faint, faint };
}

/** A bar of exactly `width` cells. */
export function bar(share: Share, width: number, fill: string, rest: string): string {
  const filled = filledCells(share, width);
  return fill.repeat(filled) + rest.repeat(width - filled);
}
