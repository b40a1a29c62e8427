import { createLatestCache } from '../../core/latest-cache.ts';
import type { Spans } from '../../core/profile/spans.ts';
import { growingRows } from '../../core/timeline/growth.ts';
import { timelineRows, type Stretch, type TimelineCell } from '../../core/timeline/timeline.ts';
import type { WorkerGroup } from '../../core/timeline/worker-groups.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { EndedDrawing, RunningDrawing } from './selection.ts';

export type DrawnPass = EndedDrawing | RunningDrawing;

/** The part of a pass that is seen, in cells of the axis. */
export type PassCells = {
  /** Of each group, up to the end of the pass. */
  readonly rows: ReadonlyArray<readonly TimelineCell[]>;
  /** How many of them are before the first task can begin. */
  readonly startUp: number;
  /** The time after that, in slices. */
  readonly working: number;
  /** Whether the end of the pass is seen. */
  readonly ends: boolean;
};

export function passCells(
  drawing: DrawnPass,
  groups: readonly WorkerGroup[],
  stretch: Stretch,
): PassCells {
  const { start, length } = drawing;
  const slice = (stretch.to - stretch.from) / stretch.cells;
  const placeOf = (time: Milliseconds) =>
    Math.min(Math.max((time - stretch.from) / slice, 0), stretch.cells);
  const end = Math.ceil(placeOf(knownUntil(drawing)) - rounding);
  return {
    rows: rowsIn(drawing, groups, stretch).map((row) => row.slice(0, end)),
    startUp: start > 0 ? Math.floor(placeOf(start)) : 0,
    working: placeOf(length) - placeOf(start),
    ends: length >= stretch.from && length <= stretch.to * (1 + rounding),
  };
}

const rounding = 1e-6;

/** The time since the last sample of a running pass is unknown. */
const knownUntil = (drawing: DrawnPass): Milliseconds =>
  drawing.type === 'running'
    ? (drawing.history.at(-1)?.at ?? drawing.since) - drawing.since
    : drawing.length;

const cached = createLatestCache<Spans, ReadonlyArray<readonly TimelineCell[]>>();

/** A million tasks are not cut again for every frame. */
function rowsIn(
  drawing: DrawnPass,
  groups: readonly WorkerGroup[],
  stretch: Stretch,
): ReadonlyArray<readonly TimelineCell[]> {
  if (drawing.type === 'running') {
    return growingRows(drawing, groups, stretch);
  }

  const { spans, start } = drawing;
  const { from, to, cells } = stretch;
  const [first] = groups;
  const asked = [groups.length, first?.workers[0], first?.workers.length, from, to, cells];
  return cached(spans, asked, () =>
    timelineRows(spans, groups, { from: from - start, to: to - start, cells }),
  );
}
