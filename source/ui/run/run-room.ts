import type { Plan } from '../../core/plan/plan.ts';
import type { ProfileState } from '../../core/profile/state.ts';
import { contentHeight, contentWidth, type Room } from '../canvas/frame.ts';
import { pageCountIn } from './workers/worker-set-layout.ts';
import { marginOf } from '../parts/margin.ts';
import type { WorkersRoom } from './workers/workers-layout.ts';

/** The info line, the rule of the workers, and trust. */
const ownRows = 3;

/** The progress of the whole, the rule of the durations, the rule of the load and one row of it. */
const comfort = 4;

/** In windows of this content height the load has the passes below it. */
const high = 16;

/** `rows` leaves the rules, the load and the progress of the whole; `most` only the progress and one row of load. */
export function workersRoom({ cases }: Plan, room: Room): WorkersRoom {
  const durations = cases.length + (cases.length > 1 ? 1 : 0);
  const width = contentWidth(room);
  const margin = marginOf(width);
  const free = contentHeight(room) - ownRows - durations;
  return {
    width: width - 2 * margin.length,
    margin,
    rows: free - comfort - (contentHeight(room) >= high ? 1 : 0),
    most: free - 2,
  };
}

/** The number of pages that the workers of a run need in a window. */
export const pageCount = (profile: ProfileState, room: Room): number =>
  pageCountIn(profile, workersRoom(profile.plan, room));
