import { fitted, piece, type Line } from './line.ts';

/** Draws one item in the given width. */
export type DrawItem = (index: number, width: number) => Line;

const gap = 3;
const columnCounts = [1, 2, 4] as const;

/** The width of one column. */
export const columnWidth = (columns: number, width: number): number =>
  Math.floor((width - gap * (columns - 1)) / columns);

/** The numbers of columns (1, 2, 4) that are possible if each item needs `narrowest` cells. */
export const columnsFor = (count: number, width: number, narrowest: number): readonly number[] =>
  columnCounts.filter(
    (columns) => columns === 1 || (columns <= count && columnWidth(columns, width) >= narrowest),
  );

export type Grid = { readonly count: number; readonly columns: number; readonly width: number };

/** Fills column by column, so that neighbours stand below each other. */
export function gridRows({ count, columns, width }: Grid, draw: DrawItem): readonly Line[] {
  const rows = Math.ceil(count / columns);
  const cell = columnWidth(columns, width);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => column * rows + row)
      .filter((index) => index < count)
      .flatMap((index, column) => [
        ...(column > 0 ? [piece(' '.repeat(gap))] : []),
        ...fitted(draw(index, cell), cell),
      ]),
  );
}
