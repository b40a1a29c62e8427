import { lookOf } from '../../parts/engine-look.ts';
import { bytes, counted } from '../../../core/text/format.ts';
import { caseMemory } from '../../../core/plan/memory.ts';
import type { Case } from '../../../core/plan/plan.ts';
import { soughtText } from '../../../core/plan/ray-text.ts';
import type {
  Activity,
  ClusterState,
  ProfileState,
  RunningPass,
} from '../../../core/profile/state.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { gridRows } from '../../canvas/grid.ts';
import { lengthOf, line, piece, spinner, titleOf, type Line } from '../../canvas/line.ts';
import type { Theme } from '../../canvas/theme.ts';
import { ruled, type Zone } from '../../canvas/zone.ts';
import { workerSetOf, isShared } from '../../parts/worker-set.ts';
import { keptRows, ownLayout, pagesOf } from './worker-set-layout.ts';
import { phaseLines } from './phases.ts';
import { priorities } from '../priorities.ts';
import { clusterTitle, rayTitle } from './ray-title.ts';
import { workerProgressOf } from './worker-progress.ts';
import { workerCells } from './workers-cells.ts';
import type { WorkersRoom } from './workers-layout.ts';
import { workerRow } from './workers-row.ts';
import { tasksTexts, workersTitle } from './workers-title.ts';

export type WorkersView = {
  readonly profile: ProfileState;
  readonly now: Milliseconds;
  readonly cluster?: ClusterState | undefined;
  /** Usable CPUs, if known. */
  readonly cpus?: number | undefined;
  /** From 0. Beyond the last page, the last is shown. */
  readonly page: number;
  /** Whether the CPU of each worker is shown. */
  readonly detailed: boolean;
};

/** The progress of every worker. The rows of the widest case always stay reserved. */
export function workersZone(view: WorkersView, room: WorkersRoom, theme: Theme): Zone {
  const { activity, plan } = view.profile;
  const zone = { priority: priorities.workers, title: line('WORKERS') };
  const drawn = (lines: readonly Line[]) => [ruled(framed(lines, keptRows(plan, room), room))];
  if (activity.type !== 'running') {
    const first = line(spinner, ` ${waitingText(activity, plan.cases, view.cluster)}`);
    return { ...zone, variants: drawn([first]) };
  }

  const { engine } = activity.case;
  const waits = isShared(engine) && activity.workers.length === 0;
  const running = { ...view, activity };
  const { title, rows } = waits
    ? comingParts(running, room, theme)
    : workingParts(running, room, theme);
  const place = { activity, theme, width: wholeWidth(room) };
  return { ...zone, title: titleLine(title, place), variants: drawn(rows) };
}

type Parts = { readonly title: Title; readonly rows: readonly Line[] };

const comingParts = (running: Running, room: WorkersRoom, theme: Theme): Parts => ({
  title: comingTitle(running, room),
  rows: comingRows(running, room, theme),
});

function workingParts(running: Running, room: WorkersRoom, theme: Theme): Parts {
  const working = { ...running, ...workingView(running, room) };
  return { title: workingTitle(working, room, theme), rows: workingRows(working, room, theme) };
}

type Running = WorkersView & { readonly activity: RunningPass };

/** The text after the name of the case, and at the right end. */
type Title = { readonly about: Line; readonly end: string };

type TitlePlace = {
  readonly activity: RunningPass;
  readonly theme: Theme;
  readonly width: number;
};

const gap = '   ';

/** "POOL, ROUND 3". */
const nameOf = ({ case: { id }, pass: { round } }: RunningPass): string =>
  `${id.toUpperCase()}, ROUND ${round}`;

function titleLine({ about, end }: Title, { activity, theme, width }: TitlePlace): Line {
  const name = piece(nameOf(activity), lookOf(activity.case.engine, theme).tone);
  const left = about.length > 0 ? line(name, gap, ...about) : line(name);
  return titleOf(left, line(end), { width, horizontal: theme.horizontal });
}

/** The rows are drawn between margins. */
const wholeWidth = ({ width, margin }: WorkersRoom): number => width + 2 * margin.length;

/** Cells of the rule after the name of a case: three at its end belong to the rule. */
const roomBehind = (activity: RunningPass, room: WorkersRoom): number =>
  wholeWidth(room) - 3 - nameOf(activity).length - gap.length;

/** A pass on a cluster before its first task. */
const comingTitle = ({ activity, cluster }: Running, room: WorkersRoom): Title => ({
  about: clusterTitle(activity, cluster, roomBehind(activity, room)),
  end: '',
});

function comingRows(
  { profile, activity, now }: Running,
  room: WorkersRoom,
  theme: Theme,
): readonly Line[] {
  const rows = keptRows(profile.plan, room);
  return phaseLines({ pass: activity, now }, { width: room.width, rows }, theme);
}

type Working = Running & ReturnType<typeof workingView>;

function workingView({ profile, activity, page }: Running, room: WorkersRoom) {
  const layout = ownLayout(activity, profile.plan, room);
  return {
    engine: activity.case.engine,
    workerSet: workerSetOf(activity),
    progress: workerProgressOf(activity.case.workers, activity.workers),
    layout,
    page: Math.min(Math.max(page, 0), pagesOf(layout) - 1),
  };
}

function workingTitle(working: Working, room: WorkersRoom, theme: Theme): Title {
  const { activity, cpus, now } = working;
  const view = { ...working, room: roomBehind(activity, room) };
  const ends = tasksTexts(activity, now);
  if (!isShared(activity.case.engine)) {
    const { left, right } = workersTitle({ ...view, planned: activity.case, cpus, ends }, theme);
    return { about: left === '' ? [] : line(left), end: right };
  }

  const about = rayTitle({ ...view, pass: activity, now, width: room.width }, theme);
  const fits = (end: string) => lengthOf(about) + gap.length + end.length <= view.room;
  return { about, end: ends.find(fits) ?? '' };
}

function workingRows(working: Working, room: WorkersRoom, theme: Theme): readonly Line[] {
  const { activity } = working;
  const view = { ...working, tasks: activity.case.tasks };
  const { layout, workerSet } = view;
  return layout.type === 'cells'
    ? workerCells({ ...view, layout }, theme)
    : gridRows(
        { count: workerSet.workers, columns: layout.columns, width: room.width },
        (worker, cells) =>
          workerRow({ ...view, worker, sample: activity.workers[worker] }, cells, theme),
      );
}

const framed = (lines: readonly Line[], rows: number, { margin }: WorkersRoom): readonly Line[] =>
  Array.from({ length: rows }, (_, row) => line(margin, ...(lines[row] ?? [])));

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
