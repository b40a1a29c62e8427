import { count, counted, duration, durationsAlike } from '../../core/text/format.ts';
import {
  histogramOf,
  taskTimesOf,
  timesAxis,
  type Histogram,
  type TaskTimes,
  type TimesAxis,
} from '../../core/timeline/task-times.ts';
import { line, piece, type Line, type Piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import type { ShownPass } from './selection.ts';
import { timesLine } from './timeline-axis.ts';
import { column, toneOf } from './timeline-cells.ts';

export const timesTitle = 'HOW LONG A TASK TAKES';

type Row = { readonly pass: ShownPass; readonly times?: TaskTimes };

type Columns = {
  readonly names: number;
  readonly medians: number;
  readonly counts: number;
  readonly cells: number;
  /** Cells of a bin. */
  readonly bin: number;
};

/**
 * A histogram for each engine, all on the axis below them: its bars are as high as the most frequent time of its own.
 * Outliers are not drawn, but counted.
 */
export function timesLines(
  shown: readonly ShownPass[],
  { width, height }: { readonly width: number; readonly height: number },
  theme: Theme,
): readonly Line[] {
  const rows = shown.map(rowOf);
  const known = rows.flatMap(({ times }) => times ?? []);
  const axis = timesAxis(known);
  const texts = durationsAlike(known.map(({ median }) => median));
  const medianOf = ({ times }: Row) => (times ? (texts[known.indexOf(times)] ?? '') : '');
  const counts = rows.map(({ times }) => (times && axis ? countText(times, axis) : ''));
  const tasks = Math.max(1, ...known.map(({ sorted }) => sorted.length));
  const columns = columnsOf(
    { names: shown.map(({ case: { id } }) => id), medians: rows.map(medianOf), counts },
    { width, tasks },
  );
  const bins = Math.floor(columns.cells / columns.bin);
  return [
    ...rows.flatMap((row, index) =>
      histogramLines(
        row,
        {
          head: headOf(row.pass, { median: medianOf(row), tasks: counts[index]! }, columns),
          axis,
          height,
          bins,
          bin: columns.bin,
        },
        theme,
      ),
    ),
    line(
      ' '.repeat(width - columns.cells),
      ...(axis ? timesLine(axis, bins * columns.bin, theme) : []),
    ),
  ];
}

/** Of a pass that runs nothing is known yet. */
function rowOf(pass: ShownPass): Row {
  const times = pass.drawing.type === 'ended' ? taskTimesOf(pass.drawing.spans) : undefined;
  return { pass, ...(times ? { times } : {}) };
}

/** "200 tasks", or "182 of 200 tasks" if some are not on the axis. */
function countText(times: TaskTimes, axis: TimesAxis): string {
  const all = times.sorted.length;
  const { shorter, longer } = histogramOf(times, axis, 1);
  const drawn = all - shorter - longer;
  return drawn < all ? `${count(drawn)} of ${counted(all, 'task')}` : counted(all, 'task');
}

type Texts = Readonly<Record<'names' | 'medians' | 'counts', readonly string[]>>;

/** Cells for the smallest histogram; before it gets narrower the number of tasks is left out. */
const leastCells = 30;

function columnsOf(
  { names, medians, counts }: Texts,
  { width, tasks }: { readonly width: number; readonly tasks: number },
): Columns {
  const widest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));
  const least = widest(names) + widest(medians) + 4;
  const number = widest(counts) + 2;
  const left = width - least;
  const hasCounts = left - number >= leastCells;
  const cells = Math.max(1, hasCounts ? left - number : left);
  return {
    names: widest(names),
    medians: widest(medians) + 2,
    counts: hasCounts ? number : 0,
    cells,
    bin: Math.max(1, Math.floor(cells / binsFor(tasks))),
  };
}

/** So few that most bins of a smooth distribution have some tasks. */
const binsFor = (tasks: number): number => Math.max(8, Math.round(2 * Math.sqrt(tasks)));

function headOf(
  { case: { id, engine } }: ShownPass,
  { median, tasks }: { readonly median: string; readonly tasks: string },
  { names, medians, counts }: Columns,
): Line {
  return line(
    piece(id.padEnd(names), toneOf(engine)),
    piece(median.padStart(medians), 'strong'),
    piece(`${counts > 0 ? tasks.padStart(counts) : ''}  `, 'quiet'),
  );
}

type HistogramRoom = {
  readonly head: Line;
  readonly axis: TimesAxis | undefined;
  readonly height: number;
  readonly bins: number;
  readonly bin: number;
};

/** The name stands beside the foot of the bars. */
function histogramLines(
  { times }: Row,
  { head, axis, height, bins, bin }: HistogramRoom,
  theme: Theme,
): readonly Line[] {
  const label = head.reduce((sum, { text }) => sum + text.length, 0);
  const found = times && axis ? histogramOf(times, axis, bins) : undefined;
  const tone = head[0]!.tone;
  const bars = found ? barsOf(found, (share) => column(share, { height, tone }, theme)) : [];
  const beyond = times && found ? beyondText(found, times) : '';
  return Array.from({ length: height }, (_, row) => {
    const start = row === height - 1 ? head : line(' '.repeat(label));
    return line(
      ...start,
      ...withRemark(
        bars.flatMap((pieces) => Array.from({ length: bin }, () => pieces[row]!)),
        row === 0 ? beyond : '',
      ),
    );
  });
}

function barsOf(
  { bins }: Histogram,
  columnOf: (share: number) => readonly Piece[],
): ReadonlyArray<readonly Piece[]> {
  const most = Math.max(1, ...bins);
  return bins.map((tasks) =>
    tasks > 0 ? columnOf(tasks / most) : columnOf(0).map(() => piece(' ')),
  );
}

/** "2 more, up to 212 ms": the tasks that are not on the axis. */
function beyondText({ shorter, longer }: Histogram, { sorted }: TaskTimes): string {
  if (longer > 0) {
    return `${count(longer)} more, up to ${duration(sorted.at(-1))}`;
  }

  return shorter > 0 ? `${count(shorter)} more, down to ${duration(sorted[0]!)}` : '';
}

/** A remark at the right end, in place of bars that are empty there. */
function withRemark(pieces: readonly Piece[], remark: string): Line {
  const place = pieces.length - remark.length;
  const isFree = remark !== '' && pieces.slice(place - 1).every(({ text }) => text === ' ');
  return isFree ? [...pieces.slice(0, place), piece(remark, 'quiet')] : pieces;
}
