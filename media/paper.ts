import type { Screen } from './cells.ts';
import { edge, paper } from './colours.ts';
import { cellSize, escaped, fontAttributes, round } from './shapes.ts';

const padding = 18;

export type Sheet = {
  /** Describes the picture for screen readers. */
  readonly label: string;
  readonly screen: Screen;
  readonly style?: string;
  readonly shapes: readonly string[];
};

/** A picture of a window: a sheet of paper with shapes on it. It omits the last row and column, which are blank. */
export function sheetOf({ label, screen, style, shapes }: Sheet): string {
  const columns = screen[0]?.length ?? 0;
  const width = round((columns - 1) * cellSize.width + 2 * padding);
  const height = round((screen.length - 1) * cellSize.height + 2 * padding);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}">`,
    ...(style === undefined ? [] : [`<style>${style}</style>`]),
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="${paper}" stroke="${edge}"/>`,
    `<g transform="translate(${padding} ${padding})" ${fontAttributes}>`,
    ...shapes,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
