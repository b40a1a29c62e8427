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
  const cells = Array.from({ length: Math.ceil(values.length / graph.columns) }, (_, cell) =>
    heights.slice(cell * graph.columns, (cell + 1) * graph.columns),
  );
  return Array.from({ length: rows }, (_, row) => {
    const below = dots * (rows - 1 - row);
    const text = cells.map((columns) => graph.cells[codeOf(columns, below)] ?? ' ').join('');
    return [piece(text, tone)];
  });
}

function heightOf(value: number | undefined, top: number, rows: number): number {
  if (value === undefined) {
    return 0;
  }

  const height = top > 0 ? Math.round((value / top) * rows * dots) : 0;
  return Math.min(Math.max(1, height), rows * dots);
}

/** The place of a cell among the glyphs: each column shows what of it stands above the rows below. */
const codeOf = (columns: readonly number[], below: number): number =>
  columns.reduce(
    (code, height) => code * (dots + 1) + Math.min(Math.max(height - below, 0), dots),
    0,
  );
