import {
  busyCpus,
  meansOver,
  timeCells,
  type LoadHistory,
  type TimeCells,
} from '../../core/profile/load-history.ts';
import { createLatestCache } from '../../core/latest-cache.ts';
import type { State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import { graphRows } from '../canvas/graph.ts';
import { fitted, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';

/** The load of all CPUs together, over some time. */
export type LoadView = {
  readonly history: LoadHistory;
  /** The value at the upper edge: CPUs. */
  readonly top: number;
  /** The time that is shown, up to the latest sample. */
  readonly last: Milliseconds;
};

export function loadViewOf(
  { loadHistory: history, load, machine }: State,
  last: Milliseconds,
): LoadView {
  return { history, top: topOf(history, machine?.usable.count ?? load.length), last };
}

/** The usable CPUs, or all that were sampled if more than the usable ones were busy: a quota counts no CPUs. */
function topOf(history: LoadHistory, usable: number): number {
  const most = history.reduce((highest, sample) => Math.max(highest, busyCpus(sample)), 0);
  const sampled = history.at(-1)?.load.length ?? 0;
  return Math.max(1, most > 1.1 * usable ? sampled : usable);
}

/** "2.0 of 2"; as wide whatever the load. */
export function busyText({ history, top }: LoadView): string {
  const latest = history.at(-1);
  const width = `${top}.0`.length;
  return `${(latest ? busyCpus(latest).toFixed(1) : 'n/a').padStart(width)} of ${top}`;
}

/** In cells. */
export type GraphRoom = { readonly width: number; readonly rows: number };

/** The graph alone. */
export function loadGraph(
  view: LoadView,
  { width, rows }: GraphRoom,
  theme: Theme,
): readonly Line[] {
  const { history, top } = view;
  const cells = cellsOf(view, width);
  const { length, first, count } = columnsOf(cells, theme);
  const values = means(history, [length, first, count], () =>
    meansOver(history, { length, first, count }, busyCpus),
  );
  return graphRows({ values, top, rows, tone: 'load' }, theme);
}

/** A zone is drawn in several heights. */
const means = createLatestCache<LoadHistory, ReadonlyArray<number | undefined>>();

/** The time that each cell of a graph stands for. */
export const cellsOf = ({ history, last }: LoadView, width: number): TimeCells =>
  timeCells(history.at(-1)?.at ?? 0, last, width);

/** The same time in the columns of those cells. */
export const columnsOf = (
  { length, first, count }: TimeCells,
  { graph: { columns } }: Theme,
): TimeCells => ({
  length: length / columns,
  first: first * columns,
  count: count * columns,
});

/** The graph between the scale on its left, if it has more than one row, and the present load on its right. */
export function labelledLoad(view: LoadView, room: GraphRoom, theme: Theme): readonly Line[] {
  const { before, graph } = labelledWidths(view, room);
  const labels = labelsOf(view.top, room.rows);
  return loadGraph(view, { width: graph, rows: room.rows }, theme).map((row, index) =>
    line(
      piece(before > 0 ? `${(labels[index] ?? '').padStart(before - 1)} ` : '', 'quiet'),
      ...fitted(row, graph),
      index === 0 ? `   ${busyText(view)} now` : '',
    ),
  );
}

/** How a row is divided: the scale with a blank behind it, the graph, the present load. */
export function labelledWidths(
  view: LoadView,
  { width, rows }: GraphRoom,
): { readonly before: number; readonly graph: number } {
  const before = rows > 1 ? `${view.top} busy `.length : 0;
  return { before, graph: Math.max(1, width - before - `   ${busyText(view)} now`.length) };
}

/** For each row the value at its upper edge: every whole number if they fit, else the highest and its half. */
function labelsOf(top: number, rows: number): readonly string[] {
  const labelled = (value: number): boolean =>
    Number.isInteger(value) && (top <= rows || value === top || 2 * value === top);
  return Array.from({ length: rows }, (_, row) => {
    const value = (top * (rows - row)) / rows;
    return labelled(value) ? `${value} busy` : '';
  });
}
