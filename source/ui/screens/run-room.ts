import type { Plan } from '../../core/plan.ts';
import { contentHeight, contentWidth, type Room } from '../frame.ts';
import { workersLayout, type WorkersRoom } from '../zones/workers-layout.ts';

/** One row each: where the run stands, the rule of the workers, the latest failure. */
const ownRows = 3;

/**
 * Room for the workers of a run: beside a cell for every CPU and the repeats so far; and at most, when one line is left
 * of the CPUs and the repeats have lost their rule.
 */
export function workersRoom({ cases }: Plan, cpuRows: number, room: Room): WorkersRoom {
  const free = contentHeight(room) - ownRows - cases.length;
  const repeats = cases.length;
  return {
    width: contentWidth(room),
    rows: free - cpuRows - repeats - 1,
    most: free - repeats - 1,
  };
}

/** On how many pages the workers of a run stand in a window. */
export function pageCount(plan: Plan, room: Room): number {
  const workers = Math.max(...plan.cases.map((planned) => planned.workers));
  const layout = workersLayout(workers, workersRoom(plan, 1, room));
  return layout.type === 'cells' ? layout.pages : 1;
}
