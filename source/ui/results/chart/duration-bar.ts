import { finishedReportPasses } from '../../../core/report/figures/report-pass.ts';
import type { ReportCase } from '../../../core/report/figures/report-case.ts';
import type { Report } from '../../../core/report/report.ts';
import { filledCells } from '../../../core/text/glyphs.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { line, piece, type Line } from '../../canvas/line.ts';
import type { Theme, Tone } from '../../canvas/theme.ts';

/** A case as the chart shows it. */
export type ShownCase = {
  readonly found: ReportCase;
  /** Wall of the typical round; absent if none finished. */
  readonly typical: Milliseconds | undefined;
  /** Walls of the other rounds. */
  readonly others: readonly Milliseconds[];
  /** Why none finished, if a pass failed. */
  readonly failure: string | undefined;
};

export function shownOf(found: ReportCase, { passes }: Pick<Report, 'passes'>): ShownCase {
  const failed = passes.find((pass) => pass.case === found.id && pass.status === 'failed');
  return {
    found,
    typical: found.typical?.wall,
    others: finishedReportPasses(passes, found.id)
      .filter(({ round }) => round !== found.typical?.round)
      .map(({ wall }) => wall),
    failure: failed?.status === 'failed' ? failed.failure.message : undefined,
  };
}

/** A round that took so many times as long as the longest bar lies beyond the axis, so that bars keep their length. */
const longestAxis = 1.5;

/** The end of the common axis, which begins at 0. */
export function axisOf(shown: readonly ShownCase[]): Milliseconds {
  const bars = Math.max(0, ...shown.map(({ typical = 0 }) => typical));
  const all = Math.max(bars, ...shown.flatMap(({ others }) => others));
  return all <= bars * longestAxis ? all : bars * longestAxis;
}

/** How many cells of a row a duration fills. */
const filledTo = (wall: Milliseconds, { axis, cells }: Axis): number =>
  filledCells(axis > 0 ? wall / axis : 0, cells);

export type Axis = { readonly axis: Milliseconds; readonly cells: number };

/** The mark in a cell: a dot for a round, the number of those that meet there, or that it lies beyond. */
export function marksOf(
  { others }: ShownCase,
  axis: Axis,
  { dot, beyond }: Theme,
): ReadonlyMap<number, string> {
  const cells = others.map((wall) => Math.max(0, filledTo(wall, axis) - 1));
  return new Map(
    cells.map((cell, index) => {
      const met = cells.filter((other) => other === cell).length;
      const number = met === 1 ? dot : String(Math.min(met, most));
      return [cell, others[index]! > axis.axis ? beyond : number];
    }),
  );
}

/** That fit in a cell. */
const most = 9;

type Look = {
  /** In rows. */
  readonly height: number;
  readonly tone: Tone;
  /** In the middle row. */
  readonly marks: ReadonlyMap<number, string>;
};

/** The row of a bar that has the marks, and what is said of it. */
export const middleOf = (height: number): number => Math.floor((height - 1) / 2);

/** The bar of the typical round. */
export function roundBar(
  { typical = 0 }: ShownCase,
  axis: Axis,
  { height, tone, marks, theme }: Look & { readonly theme: Theme },
): readonly Line[] {
  const length = filledTo(typical, axis);
  return Array.from({ length: height }, (_, row) => {
    const fill = row === 0 ? theme.duration : theme.durationBelow;
    return line(
      ...Array.from({ length: axis.cells }, (__, cell) => {
        const mark = row === middleOf(height) ? marks.get(cell) : undefined;
        return mark === undefined ? piece(cell < length ? fill : ' ', tone) : piece(mark, 'strong');
      }),
    );
  });
}
