import { lookOf } from '../parts/engine-look.ts';
import { bytes, counted } from '../../core/text/format.ts';
import { caseMemory } from '../../core/plan/memory.ts';
import type { Case } from '../../core/plan/plan.ts';
import { soughtText } from '../../core/plan/ray-text.ts';
import type {
  Activity,
  ClusterState,
  ProfileState,
  RunningPass,
} from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import { gridRows } from '../canvas/grid.ts';
import { line, piece, spinner, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { ruled, type Zone } from '../canvas/zone.ts';
import { workerSetOf, isShared } from '../parts/worker-set.ts';
import { keptRows, ownLayout, pagesOf } from './worker-set-layout.ts';
import { phaseLines } from './phases.ts';
import { priorities } from './priorities.ts';
import { clusterTitle, rayTitle } from './ray-title.ts';
import { workerProgressOf } from './worker-progress.ts';
import { workerCells } from './workers-cells.ts';
import type { WorkersRoom } from './workers-layout.ts';
import { workerRow } from './workers-row.ts';
import { workersTitle } from './workers-title.ts';

export type WorkersView = {
  readonly profile: ProfileState;
  readonly now: Milliseconds;
  readonly cluster?: ClusterState | undefined;
  /** Usable CPUs, if known. */
  readonly cpus?: number | undefined;
  /** From 0. Beyond the last page, the last is shown. */
  readonly page: number;
};

/** The progress of every worker. The rows of the widest case always stay reserved. */
export function workersZone(view: WorkersView, room: WorkersRoom, theme: Theme): Zone {
  const { activity, plan } = view.profile;
  const rows = keptRows(plan, room);
  const zone = { priority: priorities.workers, title: line('WORKERS') };
  if (activity.type !== 'running') {
    const first = line(spinner, ` ${waitingText(activity, plan.cases, view.cluster)}`);
    return { ...zone, variants: [ruled(filled([first], rows))] };
  }

  const { id, engine } = activity.case;
  const waits = isShared(engine) && activity.workers.length === 0;
  const { about, lines } = (waits ? coming : working)({ ...view, activity }, room, theme);
  const name = piece(id.toUpperCase(), lookOf(engine, theme).tone);
  const title = about.length > 0 ? line(name, gap, ...about) : line(name);
  return { ...zone, title, variants: [ruled(filled(lines, rows))] };
}

type Running = WorkersView & { readonly activity: RunningPass };

type Drawn = {
  /** The title after the name of the case. */
  readonly about: Line;
  readonly lines: readonly Line[];
};

const gap = '   ';

/** Cells after the name of a case in the rule, minus the two that end it. */
const roomBehind = ({ id }: Case, width: number): number => width - 3 - id.length - gap.length;

/** A pass on a cluster before its first task. */
function coming(
  { profile, activity, cluster, now }: Running,
  room: WorkersRoom,
  theme: Theme,
): Drawn {
  const { width } = room;
  const rows = keptRows(profile.plan, room);
  return {
    about: clusterTitle(activity, cluster, roomBehind(activity.case, width)),
    lines: phaseLines({ pass: activity, now }, { width, rows }, theme),
  };
}

/** The workers of a pass, and a summary for the title. */
function working(
  { profile, activity, cpus, page, now }: Running,
  room: WorkersRoom,
  theme: Theme,
): Drawn {
  const { width } = room;
  const planned = activity.case;
  const layout = ownLayout(activity, profile.plan, room);
  const view = {
    engine: planned.engine,
    workerSet: workerSetOf(activity),
    progress: workerProgressOf(planned.workers, activity.workers),
    layout,
    page: Math.min(Math.max(page, 0), pagesOf(layout) - 1),
    room: roomBehind(planned, width),
  };
  return {
    about: isShared(planned.engine)
      ? rayTitle({ ...view, pass: activity, now, width }, theme)
      : textLine(workersTitle({ ...view, planned, cpus }, theme)),
    lines:
      layout.type === 'cells'
        ? workerCells({ ...view, layout }, theme)
        : gridRows(
            { count: view.workerSet.workers, columns: layout.columns, width },
            (worker, cells) =>
              workerRow({ ...view, worker, sample: activity.workers[worker] }, cells, theme),
          ),
  };
}

const textLine = (text: string): Line => (text === '' ? [] : line(text));

const filled = (lines: readonly Line[], rows: number): readonly Line[] =>
  Array.from({ length: rows }, (_, row) => lines[row] ?? []);

/** What is going on while no pass runs. */
function waitingText(
  activity: Activity,
  cases: readonly Case[],
  cluster: ClusterState | undefined,
): string {
  if (activity.type === 'ended') {
    return 'done';
  }

  if (cluster?.status === 'sought') {
    return soughtText(cluster.target);
  }

  const planned = activity.type === 'warming-up' && cases.find(({ id }) => id === activity.case);
  if (!planned) {
    return 'getting ready';
  }

  const who = counted(planned.workers, 'worker');
  return `warming up ${planned.id}: ${who}, ${bytes(caseMemory(planned))}`;
}
