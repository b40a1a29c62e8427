import type { Span } from '../profile/pass.ts';
import type { Milliseconds, Share } from '../units.ts';
import type { WorkerGroup } from './worker-groups.ts';

/** One slice of a row: shares of the slice's time, averaged over the workers of the row. */
export type TimelineCell = {
  /** In a task. */
  readonly busy: Share;
  /** Parts of `busy`, as far as the system reports them: together at most `busy`. */
  readonly onCpu: Share;
  readonly waiting: Share;
  readonly blocked: Share;
  /** Number of tasks that start in the slice. */
  readonly starts: number;
};

/** A part of a pass, cut into `cells` slices. */
export type Stretch = {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly cells: number;
};

/** Which time accounts the tasks have. Threads of one pool may differ. */
export type TimeAccounts = {
  readonly onCpu: boolean;
  readonly waiting: boolean;
  /** Whether some tasks report less than the others. */
  readonly unknown: boolean;
};

export function timeAccountsOf(spans: readonly Span[]): TimeAccounts {
  const onCpu = spans.some((span) => span.onCpu !== undefined);
  return {
    onCpu,
    waiting: spans.some(({ blocked }) => blocked !== undefined),
    unknown: onCpu && spans.some(({ blocked }) => blocked === undefined),
  };
}

/** From the start of a pass to its end; on Ray from the start of the first task to the end of the last. */
export const lengthOfPass = (spans: readonly Span[], wall?: Milliseconds): Milliseconds =>
  spans.reduce((latest, { end }) => Math.max(latest, end), Math.max(wall ?? 0, shortest));

/** Never 0, so that it can be cut into slices. */
const shortest: Milliseconds = 1e-3;

/**
 * The cells of every group of workers. Spans report only totals (on a CPU, waiting, blocked), not when they occurred,
 * so these are spread evenly over the task.
 */
export function timelineRows(
  spans: readonly Span[],
  groups: readonly WorkerGroup[],
  stretch: Stretch,
): ReadonlyArray<readonly TimelineCell[]> {
  const rows = groups.map(() => Array.from({ length: stretch.cells }, emptyCell));
  const rowOf = new Map(
    groups.flatMap(({ workers }, row) => workers.map((worker) => [worker, row] as const)),
  );
  for (const span of spans) {
    const row = rowOf.get(span.worker);
    if (row !== undefined && span.end >= stretch.from && span.start < stretch.to) {
      addSpan({ cells: rows[row]!, workers: groups[row]!.workers.length }, span, stretch);
    }
  }

  return rows;
}

type OpenRow = { readonly cells: readonly OpenCell[]; readonly workers: number };

type OpenCell = { -readonly [Field in keyof TimelineCell]: TimelineCell[Field] };

const emptyCell = (): OpenCell => ({ busy: 0, onCpu: 0, waiting: 0, blocked: 0, starts: 0 });

function addSpan(row: OpenRow, span: Span, { from, to, cells }: Stretch) {
  const slice = (to - from) / cells;
  const [start, end] = [(span.start - from) / slice, (span.end - from) / slice];
  const { onCpu, waiting, blocked } = timeShares(span);
  if (start >= 0) {
    row.cells[Math.min(Math.floor(start), cells - 1)]!.starts++;
  }

  const last = Math.min(Math.ceil(end), cells);
  for (let index = Math.max(Math.floor(start), 0); index < last; index++) {
    const cell = row.cells[index]!;
    const busy = Math.max(0, Math.min(end, index + 1) - Math.max(start, index)) / row.workers;
    cell.busy += busy;
    cell.onCpu += busy * onCpu;
    cell.waiting += busy * waiting;
    cell.blocked += busy * blocked;
  }
}

/** Shares of a task. Limited to 1 in total, because its times come from clocks of different resolution. */
function timeShares({ start, end, ...span }: Span) {
  const took = Math.max(end - start, Number.MIN_VALUE);
  const within = (time = 0, most: Share) => Math.min(Math.max(time / took, 0), most);
  const onCpu = within(span.onCpu, 1);
  const waiting = within(span.waiting, 1 - onCpu);
  return { onCpu, waiting, blocked: span.blocked === undefined ? 0 : 1 - onCpu - waiting };
}
