import type { Span } from '../profile/pass.ts';
import type { Milliseconds, Share } from '../units.ts';
import type { WorkerGroup } from './worker-groups.ts';

/** What the workers of a row did in one slice of time, all as shares of that time and the mean of them. */
export type TimelineCell = {
  /** In a task. */
  readonly busy: Share;
  /** Of that, as far as the system tells: the three come to `busy` at most. */
  readonly onCpu: Share;
  readonly waiting: Share;
  readonly blocked: Share;
  /** How many tasks start in it. */
  readonly starts: number;
};

/** A stretch of a pass in so many slices. */
export type Stretch = {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly cells: number;
};

/** What some of the tasks tell of where their time went; of threads of one pool not all need be able to. */
export type Telling = {
  readonly onCpu: boolean;
  readonly waiting: boolean;
  /** Whether some tell only a part of it. */
  readonly unknown: boolean;
};

export function tellingOf(spans: readonly Span[]): Telling {
  const onCpu = spans.some((span) => span.onCpu !== undefined);
  return {
    onCpu,
    waiting: spans.some(({ blocked }) => blocked !== undefined),
    unknown: onCpu && spans.some(({ blocked }) => blocked === undefined),
  };
}

/** From the start of a pass to its end; on Ray, where times count from the first task's start, to the last task's. */
export const lengthOfPass = (spans: readonly Span[], wall?: Milliseconds): Milliseconds =>
  spans.reduce((latest, { end }) => Math.max(latest, end), Math.max(wall ?? 0, shortest));

/** So that there is a slice of it. */
const shortest: Milliseconds = 1e-3;

/**
 * The cells of every group of workers. A span tells only how much of a task went where and not when, so that is spread
 * evenly over the task.
 */
export function timelineRows(
  spans: readonly Span[],
  groups: readonly WorkerGroup[],
  stretch: Stretch,
): ReadonlyArray<readonly TimelineCell[]> {
  const rows = groups.map(() => Array.from({ length: stretch.cells }, noTask));
  const rowOf = new Map(
    groups.flatMap(({ workers }, row) => workers.map((worker) => [worker, row] as const)),
  );
  for (const span of spans) {
    const row = rowOf.get(span.worker);
    if (row !== undefined && span.end >= stretch.from && span.start < stretch.to) {
      enter(rows[row]!, span, stretch, groups[row]!.workers.length);
    }
  }

  return rows;
}

type OpenCell = { -readonly [Field in keyof TimelineCell]: TimelineCell[Field] };

const noTask = (): OpenCell => ({ busy: 0, onCpu: 0, waiting: 0, blocked: 0, starts: 0 });

function enter(row: readonly OpenCell[], span: Span, { from, to, cells }: Stretch, of: number) {
  const slice = (to - from) / cells;
  const [start, end] = [(span.start - from) / slice, (span.end - from) / slice];
  const { onCpu, waiting, blocked } = partsOf(span);
  if (start >= 0) {
    row[Math.min(Math.floor(start), cells - 1)]!.starts++;
  }

  const last = Math.min(Math.ceil(end), cells);
  for (let index = Math.max(Math.floor(start), 0); index < last; index++) {
    const cell = row[index]!;
    const busy = Math.max(0, Math.min(end, index + 1) - Math.max(start, index)) / of;
    cell.busy += busy;
    cell.onCpu += busy * onCpu;
    cell.waiting += busy * waiting;
    cell.blocked += busy * blocked;
  }
}

/** Shares of a task. Its times come from clocks of different steps: they never come to more than the task. */
function partsOf({ start, end, ...span }: Span) {
  const took = Math.max(end - start, Number.MIN_VALUE);
  const within = (time = 0, most: Share) => Math.min(Math.max(time / took, 0), most);
  const onCpu = within(span.onCpu, 1);
  const waiting = within(span.waiting, 1 - onCpu);
  return { onCpu, waiting, blocked: span.blocked === undefined ? 0 : 1 - onCpu - waiting };
}
