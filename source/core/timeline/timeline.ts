import { greatest } from '../profile/span-times.ts';
import { blockedAt, timeAt, type Spans } from '../profile/spans.ts';
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

export function timeAccountsOf(spans: Spans): TimeAccounts {
  const onCpu = spans.onCpu !== undefined;
  let known = 0;
  for (let index = 0; index < spans.count; index++) {
    known += Number.isNaN(blockedAt(spans, index)) ? 0 : 1;
  }

  return { onCpu, waiting: known > 0, unknown: onCpu && known < spans.count };
}

/** From the start of a pass to its end; on Ray from the start of the first task to the end of the last. */
export const lengthOfPass = ({ end }: Spans, wall?: Milliseconds): Milliseconds =>
  Math.max(wall ?? 0, shortest, greatest(end));

/** Never 0, so that it can be cut into slices. */
const shortest: Milliseconds = 1e-3;

/**
 * The cells of every group of workers. Spans report only totals (on a CPU, waiting, blocked), not when they occurred,
 * so these are spread evenly over the task.
 */
export function timelineRows(
  spans: Spans,
  groups: readonly WorkerGroup[],
  stretch: Stretch,
): ReadonlyArray<readonly TimelineCell[]> {
  const rows = groups.map(() => Array.from({ length: stretch.cells }, emptyCell));
  const rowOf = new Map(
    groups.flatMap(({ workers }, row) => workers.map((worker) => [worker, row] as const)),
  );
  const { count, worker, start, end } = spans;
  for (let index = 0; index < count; index++) {
    const row = rowOf.get(worker[index]!);
    if (row !== undefined && end[index]! >= stretch.from && start[index]! < stretch.to) {
      const workers = groups[row]!.workers.length;
      addTask({ cells: rows[row]!, workers }, taskTimes(spans, index), stretch);
    }
  }

  return rows;
}

type OpenRow = { readonly cells: readonly OpenCell[]; readonly workers: number };

type OpenCell = { -readonly [Field in keyof TimelineCell]: TimelineCell[Field] };

const emptyCell = (): OpenCell => ({ busy: 0, onCpu: 0, waiting: 0, blocked: 0, starts: 0 });

function addTask(row: OpenRow, task: TaskTimes, { from, to, cells }: Stretch) {
  const slice = (to - from) / cells;
  const [start, end] = [(task.start - from) / slice, (task.end - from) / slice];
  const { onCpu, waiting, blocked } = task;
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

type TaskTimes = {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  readonly onCpu: Share;
  readonly waiting: Share;
  readonly blocked: Share;
};

/** Its shares are limited to 1 in total, because its times come from clocks of different resolution. */
function taskTimes(spans: Spans, index: number): TaskTimes {
  const [start, end] = [spans.start[index]!, spans.end[index]!];
  const took = Math.max(end - start, Number.MIN_VALUE);
  const within = (time: Milliseconds, most: Share) =>
    Number.isNaN(time) ? 0 : Math.min(Math.max(time / took, 0), most);
  const onCpu = within(timeAt(spans, 'onCpu', index), 1);
  const waiting = within(timeAt(spans, 'waiting', index), 1 - onCpu);
  const blocked = Number.isNaN(blockedAt(spans, index)) ? 0 : 1 - onCpu - waiting;
  return { start, end, onCpu, waiting, blocked };
}
