import { fitted, lengthOf, line, piece, type Line, type Piece } from './line.ts';

/** Cells stand in groups of so many, with a blank between two groups. */
export const groupSize = 8;

/** How many whole groups stand in so many columns; one in any case. */
export const groupsIn = (width: number): number =>
  Math.max(1, Math.floor((width + 1) / (groupSize + 1)));

/** Cells of a row where `groups` fit beside each other: as few rows as possible, all about equally long. */
export function cellsPerRow(count: number, groups: number): number {
  const needed = Math.max(1, Math.ceil(count / groupSize));
  return groupSize * Math.ceil(needed / Math.ceil(needed / groups));
}

export type Cells = {
  /** The items that are drawn: from this one … */
  readonly first: number;
  /** … to the one before this. */
  readonly end: number;
  readonly perRow: number;
  /** What stands before a row of these items. */
  readonly label: (first: number, last: number) => string;
  readonly draw: (index: number) => Piece;
};

/** One cell an item, in rows of one width behind their labels. */
export function cellRows({ first, end, perRow, label, draw }: Cells): readonly Line[] {
  const starts = Array.from(
    { length: Math.ceil((end - first) / perRow) },
    (_, row) => first + row * perRow,
  );
  const labels = starts.map((start) => label(start, Math.min(start + perRow, end) - 1));
  const labelWidth = Math.max(0, ...labels.map(({ length }) => length)) + 2;
  return starts.map((start, row) => [
    piece((labels[row] ?? '').padEnd(labelWidth)),
    ...cellRow({ first: start, end: Math.min(start + perRow, end), perRow, draw }),
  ]);
}

/** A gap takes the look of the cell before it, so that a row of cells in one look stays one piece. */
function cellRow({ first, end, perRow, draw }: Omit<Cells, 'label'>): Line {
  const cells = Array.from({ length: end - first }, (_, offset) => {
    const cell = draw(first + offset);
    return (offset + 1) % groupSize === 0 ? piece(`${cell.text} `, cell.tone) : cell;
  });
  return fitted(cells, perRow + perRow / groupSize - 1);
}

/** Figures in a column behind rows of one width; there may be more of them than rows. */
export function withFigures(rows: readonly Line[], figures: readonly string[]): readonly Line[] {
  const width = Math.max(0, ...rows.map(lengthOf));
  return Array.from({ length: Math.max(rows.length, figures.length) }, (_, index) => [
    ...(rows[index] ?? line(' '.repeat(width))),
    ...line(`   ${figures[index] ?? ''}`),
  ]);
}
