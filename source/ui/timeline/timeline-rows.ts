import { durationsAlike, elapsed, percent } from '../../core/text/format.ts';
import type { Stretch, TimelineCell } from '../../core/timeline/timeline.ts';
import type { Milliseconds, Share } from '../../core/units.ts';
import { line, piece, type Line, type Piece } from '../canvas/line.ts';
import { oneRow } from '../canvas/paragraphs.ts';
import type { Theme } from '../canvas/theme.ts';
import { passCells, type PassCells } from './pass-cells.ts';
import { factsOf } from './pass-facts.ts';
import { rowLabels } from './row-labels.ts';
import type { Selection, ShownPass } from './selection.ts';
import { axisLine } from './timeline-axis.ts';
import { cellLines, toneOf } from './timeline-cells.ts';
import type { TimelineLayout, TimelineRow } from './timeline-layout.ts';

export type RowsView = {
  readonly selection: Selection;
  readonly layout: TimelineLayout;
  /** The first visible row. */
  readonly top: number;
  readonly from: Milliseconds;
  readonly to: Milliseconds;
};

export type DrawnRows = { readonly lines: readonly Line[]; readonly stretch: Stretch };

/** The columns around the bars. */
type Columns = {
  readonly stretch: Stretch;
  /** The name of the engine, and the workers. */
  readonly label: number;
  /** Where the duration of a pass may stand, two cells behind its end. */
  readonly tail: number;
  /** The share of the time in which a worker has a task; 0 where there is no room. */
  readonly busy: number;
};

/** "  97 %". */
const busyWidth = 6;

const leastForBusy = 110;

/** The visible rows, and the axis below. In its first row each engine has its name and its duration. */
export function timelineLines(view: RowsView, width: number, theme: Theme): DrawnRows {
  const { selection, layout, top, from, to } = view;
  const labels = rowLabels(layout.rows);
  const label = labels.names + labels.workers + 1;
  const durations = durationTexts(selection.shown);
  const tail = Math.max(0, ...[...durations.values()].map((text) => text.length + 2));
  const busy = width >= leastForBusy ? busyWidth : 0;
  const stretch = { from, to, cells: Math.max(1, width - label - tail - busy) };
  const columns = { stretch, label, tail, busy };
  const seen = layout.rows.slice(top, top + layout.visible);
  const cells = new Map(selection.shown.map((pass) => [pass, cellsIn(pass, seen, stretch)]));
  const lines = seen.flatMap((row, index) => {
    const { pass } = row;
    const isFirst = pass !== seen[index - 1]?.pass;
    const name = (isFirst ? pass.case.id : '').padEnd(labels.names);
    const head = line(piece(name, toneOf(pass.case.engine)), `${labels.workersOf(row)} `);
    const place = seen.filter((one) => one.pass === pass).indexOf(row);
    const ending = isFirst ? (durations.get(pass) ?? '') : '';
    const own = cells.get(pass);
    return own
      ? barLines({ row, cells: own, place, head, ending }, { columns, layout }, theme)
      : reasonLines({ row, head, width: width - label }, layout.rowHeight);
  });
  return { lines: [...lines, axisBelow(columns, theme)], stretch };
}

function axisBelow({ stretch, label, tail, busy }: Columns, theme: Theme): Line {
  const title = busy > 0 ? 'busy'.padStart(tail + busy) : '';
  return line(' '.repeat(label), ...axisLine(stretch, theme), piece(title, 'quiet'));
}

/** In one unit. A pass that runs counts tenths of a second. */
function durationTexts(shown: readonly ShownPass[]): ReadonlyMap<ShownPass, string> {
  const drawn = shown.flatMap((pass) =>
    pass.drawing.type === 'missing' ? [] : [{ pass, ...pass.drawing }],
  );
  const texts = durationsAlike(drawn.map(({ length }) => length));
  return new Map(
    drawn.map(({ pass, type, length }, index) => [
      pass,
      type === 'running' ? elapsed(length) : texts[index]!,
    ]),
  );
}

/** Undefined if there is nothing to draw. */
function cellsIn(
  pass: ShownPass,
  seen: readonly TimelineRow[],
  stretch: Stretch,
): PassCells | undefined {
  const groups = seen.flatMap((row) => (row.pass === pass && row.group ? [row.group] : []));
  return pass.drawing.type === 'missing' ? undefined : passCells(pass.drawing, groups, stretch);
}

type Bar = {
  readonly row: TimelineRow;
  readonly cells: PassCells;
  /** Its row among those of its pass that are seen. */
  readonly place: number;
  readonly head: Line;
  /** The duration of the pass, in its first row. */
  readonly ending: string;
};

type BarRoom = { readonly columns: Columns; readonly layout: TimelineLayout };

/** A row of `rowHeight` rows of the screen; its texts stand in the middle. */
function barLines(
  { row: { pass, group }, cells, place, head, ending }: Bar,
  { columns: { stretch, label, tail, busy }, layout: { rowHeight } }: BarRoom,
  theme: Theme,
): readonly Line[] {
  const own = cells.rows[place]!;
  const workers = group!.workers;
  const view = {
    engine: pass.case.engine,
    accounts: factsOf(pass)!.accounts,
    marked: workers.length === 1 && areLong(own),
    worker: workers[0]!,
    height: rowHeight,
  };
  const after = stretch.cells - own.length + tail;
  const share = busy > 0 ? percent(shareOf(own, cells.working)).padStart(busy) : '';
  return cellLines(own, view, theme).map((pieces, index) => {
    const bar = withStartUp(
      pieces,
      { cells: cells.startUp, drawn: index === rowHeight - 1 },
      theme,
    );
    return index === middleOf(rowHeight)
      ? line(
          ...head,
          ...bar,
          piece((cells.ends && ending !== '' ? `  ${ending}` : '').padEnd(after), 'strong'),
          piece(share, 'quiet'),
        )
      : line(' '.repeat(label), ...bar);
  });
}

const middleOf = (height: number): number => Math.floor((height - 1) / 2);

/** Whether tasks are long enough to spare a cell for the mark of their start. */
const areLong = (cells: readonly TimelineCell[]): boolean =>
  sum(cells, ({ busy }) => busy) >= leastCells * sum(cells, ({ starts }) => starts);

const leastCells = 4;

const shareOf = (cells: readonly TimelineCell[], working: number): Share =>
  working > 0 ? Math.min(1, sum(cells, ({ busy }) => busy) / working) : 0;

const sum = <Item>(items: readonly Item[], valueOf: (item: Item) => number): number =>
  items.reduce((total, item) => total + valueOf(item), 0);

/** A line in place of the dots while a job starts. */
const withStartUp = (
  pieces: readonly Piece[],
  { cells, drawn }: { readonly cells: number; readonly drawn: boolean },
  { timeline }: Theme,
): Line =>
  pieces.map((part, cell) => (cell < cells && drawn ? piece(timeline.startUp, 'quiet') : part));

type ReasonRow = { readonly row: TimelineRow; readonly head: Line; readonly width: number };

/** Why a pass has no bars. */
function reasonLines({ row: { pass }, head, width }: ReasonRow, height: number): readonly Line[] {
  const reason = pass.drawing.type === 'missing' ? pass.drawing.reason : undefined;
  const text = piece(oneRow([reason?.text ?? ''], width), reason?.tone);
  return Array.from({ length: height }, (_, index) =>
    index === middleOf(height) ? line(...head, text) : [],
  );
}
