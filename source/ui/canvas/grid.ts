import { fitted, piece, type Line } from './line.ts';

/** Draws item `index` in exactly so many cells. */
export type DrawItem = (index: number, width: number) => Line;

const gap = 3;
const columnCounts = [1, 2, 4] as const;

/** Cells of one of so many columns. */
export const columnWidth = (columns: number, width: number): number =>
  Math.floor((width - gap * (columns - 1)) / columns);

/** In how many columns so many items can stand if each needs `narrowest` cells: in one, in two, in four. */
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
