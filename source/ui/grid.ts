import { fitted, line, piece, type Line } from './line.ts';
import { ruled, type Variant } from './zone.ts';

/** Draws item `index` in exactly so many cells. */
export type DrawItem = (index: number, width: number) => Line;

const gap = 3;
const columnCounts = [1, 2, 4] as const;

/** Items in one, two or four columns, as far as each still has `narrowest` cells. */
export function gridVariants(
  count: number,
  width: number,
  narrowest: number,
  draw: DrawItem,
): readonly Variant[] {
  return columnCounts
    .filter((columns) => columns === 1 || columnWidth(columns, width) >= narrowest)
    .filter((columns) => columns === 1 || columns <= count)
    .map((columns) => ruled(grid(count, columns, width, draw)));
}

const columnWidth = (columns: number, width: number): number =>
  Math.floor((width - gap * (columns - 1)) / columns);

/** Column by column, so that neighbours stand below each other. */
function grid(count: number, columns: number, width: number, draw: DrawItem): readonly Line[] {
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

const groupSize = 8;

/** One cell an item, in groups of eight, in as few rows as fit beside their labels, all about equally long. */
export function cellRows(
  count: number,
  width: number,
  label: (first: number, last: number) => string,
  draw: (index: number) => Line,
): readonly Line[] {
  const labelWidth = label(Math.max(0, count - 1), count - 1).length + 2;
  const most = Math.max(1, Math.floor((width - labelWidth + 1) / (groupSize + 1)));
  const groups = Math.ceil(count / groupSize);
  const perRow = groupSize * Math.ceil(groups / Math.ceil(groups / most));
  return Array.from({ length: Math.ceil(count / perRow) }, (_, row) => {
    const first = row * perRow;
    const last = Math.min(first + perRow, count) - 1;
    const cells = Array.from({ length: last - first + 1 }, (__, offset) => [
      ...(offset > 0 && offset % groupSize === 0 ? [piece(' ')] : []),
      ...draw(first + offset),
    ]);
    return [...line(label(first, last).padEnd(labelWidth)), ...cells.flat()];
  });
}
