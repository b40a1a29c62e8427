import { createLatestCache } from '../../../core/latest-cache.ts';
import type { Case, Plan } from '../../../core/plan/plan.ts';
import type { ProfileState, RunningPass } from '../../../core/profile/state.ts';
import { workerSetOf, isShared, type WorkerSet } from '../../parts/worker-set.ts';
import { workersLayout, type WorkersLayout, type WorkersRoom } from './workers-layout.ts';

const widestIn = ({ cases }: Plan): number => Math.max(...cases.map(({ workers }) => workers));

/** The layout of the widest case. Its rows stay reserved for every other case. */
const widestLayout = (plan: Plan, room: WorkersRoom): WorkersLayout =>
  layoutIn(plan, { workers: widestIn(plan) }, room);

const layoutIn = (of: Plan | Case, workerSet: WorkerSet, room: WorkersRoom): WorkersLayout =>
  layouts(of, [workerSet.workers, workerSet.nodes, room.width, room.rows, room.most], () =>
    workersLayout(workerSet, room),
  );

/** Frames differ in the nodes of Ray's workers, if in anything. */
const layouts = createLatestCache<Plan | Case, WorkersLayout>();

/** Two rows for the phases of a pass on Ray, and one for the note. */
const rowsOfPhases = 3;

/** The rows reserved for the workers of every pass. */
export function keptRows(plan: Plan, room: WorkersRoom): number {
  const { rows } = widestLayout(plan, room);
  return plan.ray ? Math.max(rows, Math.min(rowsOfPhases, room.rows)) : rows;
}

/** The layout of the running pass in those rows. */
export function ownLayout(pass: RunningPass, plan: Plan, room: WorkersRoom): WorkersLayout {
  const rows = keptRows(plan, room);
  const workerSet = workerSetOf(pass);
  return workerSet.workers === widestIn(plan) && !workerSet.nodes
    ? widestLayout(plan, room)
    : layoutIn(pass.case, workerSet, { ...room, rows, most: rows });
}

export const pagesOf = (layout: WorkersLayout): number =>
  layout.type === 'cells' ? layout.pages : 1;

/** The pages of the widest case, or of the cluster while a pass runs on it. */
export const pageCountIn = ({ plan, activity }: ProfileState, room: WorkersRoom): number =>
  pagesOf(
    activity.type === 'running' && isShared(activity.case.engine)
      ? ownLayout(activity, plan, room)
      : widestLayout(plan, room),
  );
