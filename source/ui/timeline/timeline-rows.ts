import { percent } from '../../core/text/format.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { Spans } from '../../core/profile/spans.ts';
import {
  timelineRows,
  type Stretch,
  type TimeAccounts,
  type TimelineCell,
} from '../../core/timeline/timeline.ts';
import type { Share } from '../../core/units.ts';
import type { WorkerGroup } from '../../core/timeline/worker-groups.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import { createLatestCache } from '../../core/latest-cache.ts';
import type { Theme } from '../canvas/theme.ts';
import { nodeLabel, workerName } from '../parts/worker-set.ts';
import { axisLine } from './timeline-axis.ts';
import { cellPieces, doingsOf, type Doing } from './timeline-cells.ts';

export type RowsView = {
  readonly case: Case;
  readonly spans: Spans;
  readonly accounts: TimeAccounts;
  /** All groups; `rows` of them are visible, from `top` on. */
  readonly groups: readonly WorkerGroup[];
  readonly top: number;
  readonly rows: number;
  readonly from: number;
  readonly to: number;
};

export type DrawnRows = {
  readonly lines: readonly Line[];
  readonly stretch: Stretch;
  /** Shares of the visible time. */
  readonly shares: Readonly<Record<Doing, Share>>;
};

/** "  97 %". */
const busyWidth = 6;

const drawn = createLatestCache<Spans, DrawnRows>();

/** One row for each visible group, and the axis below. */
export function timelineLines(view: RowsView, width: number, theme: Theme): DrawnRows {
  const { spans, top, rows, groups, from, to } = view;
  const asked = [top, rows, groups.length, from, to, width, theme.ascii];
  return drawn(spans, asked, () => linesOf(view, width, theme));
}

function linesOf(view: RowsView, width: number, theme: Theme): DrawnRows {
  const { spans, groups, top, rows, from, to, accounts } = view;
  const { engine } = view.case;
  const labels = labelsOf(groups);
  const label = (labels[0]?.length ?? 0) + 1;
  const stretch = { from, to, cells: width - label - busyWidth };
  const seen = groups.slice(top, top + rows);
  const cells = timelineRows(spans, seen, stretch);
  const marked = seen.every(({ workers }) => workers.length === 1) && areLong(cells);
  const lines = cells.map((row, index) =>
    line(
      (labels[top + index] ?? '').padEnd(label),
      ...cellPieces(row, { engine, accounts, marked, worker: seen[index]!.workers[0]! }, theme),
      percent(busyOf(row)).padStart(busyWidth),
    ),
  );
  const axis = line(' '.repeat(label), ...axisLine(stretch, theme), piece('  busy', 'faint'));
  return { lines: [...lines, axis], stretch, shares: sharesOf(cells.flat(), accounts) };
}

/** Whether tasks are long enough to spare a cell for the mark of their start. */
const areLong = (cells: ReadonlyArray<readonly TimelineCell[]>): boolean =>
  sum(cells.flat(), ({ busy }) => busy) >= leastCells * sum(cells.flat(), ({ starts }) => starts);

const leastCells = 4;

const busyOf = (row: readonly TimelineCell[]): Share =>
  Math.min(1, sum(row, ({ busy }) => busy) / row.length);

function sharesOf(cells: readonly TimelineCell[], accounts: TimeAccounts): DrawnRows['shares'] {
  const doings = cells.map((cell) => doingsOf(cell, accounts));
  const mean = (doing: Doing) => sum(doings, (shares) => shares[doing]) / Math.max(1, cells.length);
  return {
    onCpu: mean('onCpu'),
    waiting: mean('waiting'),
    blocked: mean('blocked'),
    unknown: mean('unknown'),
  };
}

const sum = <Item>(items: readonly Item[], valueOf: (item: Item) => number): number =>
  items.reduce((total, item) => total + valueOf(item), 0);

/** "w07", "w001-004", "n2 w05-08": all of the same width. */
function labelsOf(groups: readonly WorkerGroup[]): readonly string[] {
  const numbers = groups.flatMap(({ workers }) => workers);
  const most = numbers.reduce((last, worker) => Math.max(last, worker + 1), 0);
  const count = groups.reduce((last, { node = -1 }) => Math.max(last, node + 1), 0);
  const labels = groups.map(({ workers, node }) => {
    const [first, last] = [workers[0]!, workers.at(-1)!];
    const name =
      workerName(first, most) + (last > first ? `-${workerName(last, most).slice(1)}` : '');
    const place =
      count > 0
        ? (node === undefined ? '' : nodeLabel(node, { count })).padEnd(
            nodeLabel(0, { count }).length + 1,
          )
        : '';
    return place + name;
  });
  const widest = labels.reduce((width, { length }) => Math.max(width, length), 0);
  return labels.map((label) => label.padEnd(widest));
}
