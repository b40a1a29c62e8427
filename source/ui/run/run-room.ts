import type { Plan } from '../../core/plan/plan.ts';
import type { ProfileState, State } from '../../core/profile/state.ts';
import { contentHeight, contentWidth, type Room } from '../canvas/frame.ts';
import { themeOf } from '../canvas/theme.ts';
import type { Zone } from '../canvas/zone.ts';
import { cpuZone, leastRowsForEach } from '../parts/cpu.ts';
import { pageCountIn } from './worker-set-layout.ts';
import type { WorkersRoom } from './workers-layout.ts';

/** The info line, the rule of the workers, and the latest failure. */
const ownRows = 3;

/**
 * The rows for the workers of a run. `rows` leaves a cell for every CPU and the rounds so far; `most` leaves one line of
 * CPUs and the rounds without their rule. The row of worker time is taken from the CPUs.
 */
export function workersRoom(
  { cases }: Plan,
  cpus: Pick<Zone, 'variants'>,
  room: Room,
): WorkersRoom {
  const free = contentHeight(room) - ownRows - cases.length;
  const rounds = cases.length;
  return {
    width: contentWidth(room),
    rows: free - leastRowsForEach(cpus) - rounds - 1,
    most: free - rounds - 1,
  };
}

/** The number of pages that the workers of a run need in a window. */
export function pageCount(state: State, profile: ProfileState, room: Room): number {
  const cpus = cpuZone(state, room, themeOf(false));
  return pageCountIn(profile, workersRoom(profile.plan, cpus, room));
}
