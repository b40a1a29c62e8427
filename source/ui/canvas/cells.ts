import { lengthOf, line, type Line } from './line.ts';

/** Cells per group. A blank separates two groups. */
export const groupSize = 8;

/** How many whole groups fit in a width, at least one. */
export const groupsIn = (width: number): number =>
  Math.max(1, Math.floor((width + 1) / (groupSize + 1)));

/** Cells per row if `groups` fit side by side: the fewest rows, all of about the same length. */
export function cellsPerRow(count: number, groups: number): number {
  const needed = Math.max(1, Math.ceil(count / groupSize));
  return groupSize * Math.ceil(needed / Math.ceil(needed / groups));
}

/** Puts figures in a column to the right of the rows. There may be more figures than rows. */
export function withFigures(rows: readonly Line[], figures: readonly string[]): readonly Line[] {
  const width = Math.max(0, ...rows.map(lengthOf));
  return Array.from({ length: Math.max(rows.length, figures.length) }, (_, index) => [
    ...(rows[index] ?? line(' '.repeat(width))),
    ...line(`   ${figures[index] ?? ''}`),
  ]);
}
