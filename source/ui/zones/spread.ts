import { duration } from '../../core/format.ts';
import type { Report, ReportCase } from '../../core/report.ts';
import type { Milliseconds } from '../../core/units.ts';
import { justified, line, piece, type Line } from '../line.ts';
import type { Theme, Tone } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

/** Every repeat as a mark on one axis, from the fastest to the slowest of all. */
export function spreadZone(report: Report, width: number, theme: Theme): Zone {
  const title = line('SPREAD   every repeat on one axis');
  const walls = report.cases.map(({ id }) => wallsOf(report, id));
  const [fastest, slowest] = [Math.min(...walls.flat()), Math.max(...walls.flat())];
  if (!(slowest > fastest)) {
    return { title, priority: 4, variants: [bare([])] };
  }

  const label = Math.max(8, ...report.cases.map(({ id }) => id.length + 1)) + 2;
  const axis = { fastest, slowest, label, cells: width - label };
  const rows = report.cases.map((found, index) => caseRow(found, walls[index] ?? [], axis, theme));
  const ends = justified(line(duration(fastest)), line(duration(slowest)), axis.cells);
  const foot = line(' '.repeat(label), ...ends.map(({ text }) => piece(text, 'faint')));
  return { title, priority: 4, variants: [ruled([...rows, foot]), bare([])] };
}

const wallsOf = ({ passes }: Report, id: string): readonly Milliseconds[] =>
  passes.flatMap((pass) => (pass.case === id && pass.status === 'finished' ? [pass.wall] : []));

type Axis = {
  readonly fastest: Milliseconds;
  readonly slowest: Milliseconds;
  /** Cells left of the axis. */
  readonly label: number;
  readonly cells: number;
};

function caseRow(
  { id, engine }: ReportCase,
  walls: readonly Milliseconds[],
  { fastest, slowest, label, cells }: Axis,
  { mark, rest, dot }: Theme,
): Line {
  const places = new Set(
    walls.map((wall) => Math.round(((wall - fastest) / (slowest - fastest)) * (cells - 1))),
  );
  const marked = (cell: number): [string, Tone] =>
    places.has(cell) ? [dot, engine] : [rest, 'faint'];
  return line(
    piece(`${mark(engine).letter} ${id}`.padEnd(label), engine),
    ...Array.from({ length: cells }, (_, cell) => piece(...marked(cell))),
  );
}
