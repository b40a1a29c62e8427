import { piece, type Line } from './line.ts';
import type { Theme, Tone } from './theme.ts';

export type Graph = {
  /** From left to right, `theme.graph.columns` a cell; undefined leaves a gap. */
  readonly values: ReadonlyArray<number | undefined>;
  /** The value at the upper edge. */
  readonly top: number;
  readonly rows: number;
  readonly tone: Tone;
};

/** Dots above each other in one cell. */
const dots = 4;

/** A filled graph from 0 to `top`. A known value, also 0, has at least one dot. */
export function graphRows({ values, top, rows, tone }: Graph, { graph }: Theme): readonly Line[] {
  const heights = values.map((value) => heightOf(value, top, rows));
  return Array.from({ length: rows }, (_, row) => {
    const below = dots * (rows - 1 - row);
    const cells: string[] = [];
    for (let cell = 0; cell < heights.length; cell += graph.columns) {
      const place = { cell, columns: graph.columns, below };
      cells.push(graph.cells[codeOf(heights, place)] ?? ' ');
    }

    return [piece(cells.join(''), tone)];
  });
}

function heightOf(value: number | undefined, top: number, rows: number): number {
  if (value === undefined) {
    return 0;
  }

  const height = top > 0 ? Math.round((value / top) * rows * dots) : 0;
  return Math.min(Math.max(1, height), rows * dots);
}

type CellPlace = { readonly cell: number; readonly columns: number; readonly below: number };

/** The place of a cell among the glyphs: each column shows what of it stands above the rows below. */
function codeOf(heights: readonly number[], { cell, columns, below }: CellPlace): number {
  let code = 0;
  for (let column = cell; column < cell + columns; column++) {
    code = code * (dots + 1) + Math.min(Math.max((heights[column] ?? 0) - below, 0), dots);
  }

  return code;
}
