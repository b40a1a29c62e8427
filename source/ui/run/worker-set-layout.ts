import type { Plan } from '../../core/plan/plan.ts';
import type { ProfileState, RunningPass } from '../../core/profile/state.ts';
import { workerSetOf, isShared } from '../parts/worker-set.ts';
import { workersLayout, type WorkersLayout, type WorkersRoom } from './workers-layout.ts';

const widestIn = ({ cases }: Plan): number => Math.max(...cases.map(({ workers }) => workers));

/** How the workers of the widest case stand: their rows are kept for every other. */
const widestLayout = (plan: Plan, room: WorkersRoom): WorkersLayout =>
  workersLayout({ workers: widestIn(plan) }, room);

/** The phases of a pass on Ray stand in two rows, and their note in one. */
const rowsOfPhases = 3;

/** Rows that are kept for the workers of every pass. */
export function keptRows(plan: Plan, room: WorkersRoom): number {
  const { rows } = widestLayout(plan, room);
  return plan.ray ? Math.max(rows, Math.min(rowsOfPhases, room.rows)) : rows;
}

/** How the workers of the pass that runs stand in those. */
export function ownLayout(pass: RunningPass, plan: Plan, room: WorkersRoom): WorkersLayout {
  const rows = keptRows(plan, room);
  const workerSet = workerSetOf(pass);
  return workerSet.workers === widestIn(plan) && !workerSet.nodes
    ? widestLayout(plan, room)
    : workersLayout(workerSet, { width: room.width, rows, most: rows });
}

export const pagesOf = (layout: WorkersLayout): number =>
  layout.type === 'cells' ? layout.pages : 1;

/** On how many pages the workers of a profile stand: those of the widest case, or of the cluster on which a pass runs. */
export const pageCountIn = ({ plan, activity }: ProfileState, room: WorkersRoom): number =>
  pagesOf(
    activity.type === 'running' && isShared(activity.case.engine)
      ? ownLayout(activity, plan, room)
      : widestLayout(plan, room),
  );
