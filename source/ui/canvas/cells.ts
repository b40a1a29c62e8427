import { fitted, lengthOf, line, piece, type Line, type Piece } from './line.ts';

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

export type Cells = {
  /** The first item that is drawn. */
  readonly first: number;
  /** One past the last item. */
  readonly end: number;
  readonly perRow: number;
  /** The label in front of a row. */
  readonly label: (first: number, last: number) => string;
  readonly draw: (index: number) => Piece;
};

/** One cell per item, in labelled rows of the same width. */
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

/** A gap takes the tone of the cell before it, so that a row of one tone stays a single piece. */
function cellRow({ first, end, perRow, draw }: Omit<Cells, 'label'>): Line {
  const cells = Array.from({ length: end - first }, (_, offset) => {
    const cell = draw(first + offset);
    return (offset + 1) % groupSize === 0 ? piece(`${cell.text} `, cell.tone) : cell;
  });
  return fitted(cells, perRow + perRow / groupSize - 1);
}

/** Puts figures in a column to the right of the rows. There may be more figures than rows. */
export function withFigures(rows: readonly Line[], figures: readonly string[]): readonly Line[] {
  const width = Math.max(0, ...rows.map(lengthOf));
  return Array.from({ length: Math.max(rows.length, figures.length) }, (_, index) => [
    ...(rows[index] ?? line(' '.repeat(width))),
    ...line(`   ${figures[index] ?? ''}`),
  ]);
}
