import type { EngineName } from './settings.ts';
import type { Share } from './units.ts';

/** What marks an engine besides its colour, so that nothing is lost without one. */
export type EngineMark = { readonly letter: string; readonly fill: string };

const unicode: Readonly<Record<EngineName, EngineMark>> = {
  local: { letter: 'L', fill: '█' },
  pool: { letter: 'P', fill: '▓' },
};

const ascii: Readonly<Record<EngineName, EngineMark>> = {
  local: { letter: 'L', fill: '#' },
  pool: { letter: 'P', fill: '=' },
};

export const engineMark = (engine: EngineName, plain: boolean): EngineMark =>
  (plain ? ascii : unicode)[engine];

/** How many of `width` cells a share fills; what is there at all fills at least one, where there is one. */
export function filledCells(share: Share, width: number): number {
  const cells = Math.round(Math.min(Math.max(share, 0), 1) * width);
  return share > 0 ? Math.min(Math.max(cells, 1), width) : 0;
}

/** A bar of exactly `width` cells. */
export function bar(share: Share, width: number, fill: string, rest: string): string {
  const filled = filledCells(share, width);
  return fill.repeat(filled) + rest.repeat(width - filled);
}
