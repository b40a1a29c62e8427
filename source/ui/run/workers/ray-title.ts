import { elapsed, counted } from '../../../core/text/format.ts';
import { extentText, isProblem, phaseTexts, placeText } from '../../../core/plan/ray-text.ts';
import type { RayPhase } from '../../../core/plan/ray.ts';
import type { ClusterState, RunningPass } from '../../../core/profile/state.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { columnWidth } from '../../canvas/grid.ts';
import { firstFitting, line, piece, type Line } from '../../canvas/line.ts';
import type { Theme } from '../../canvas/theme.ts';
import { nodeLabel, nodeName, type WorkerSet } from '../../parts/worker-set.ts';
import { noteLine, remarkOf } from './phases.ts';
import type { WorkerProgress } from './worker-progress.ts';
import type { WorkersLayout } from './workers-layout.ts';
import { namesFit } from './workers-row.ts';
import { few, pageTexts, slowestTexts } from './workers-title.ts';

export type RayTitleView = {
  readonly pass: RunningPass;
  readonly now: Milliseconds;
  readonly workerSet: WorkerSet;
  readonly progress: WorkerProgress;
  readonly layout: WorkersLayout;
  readonly page: number;
  /** The width of the rows below. */
  readonly width: number;
  /** The width of the title. */
  readonly room: number;
};

/** The title of the workers of a cluster: problems first, then as much of the rest as fits. */
export function rayTitle(view: RayTitleView, theme: Theme): Line {
  const { pass, now, layout, page, room } = view;
  const note = remarkOf(pass.remote, now);
  const first = [...stopping(view), ...troubles(view)];
  const place = [whereabouts(view), ...pageTexts(layout, page)].map((text) => line(text));
  const last = [...names(view), ...running(view)];
  const rows =
    note === undefined || isProblem(note)
      ? tails(view, theme).map((tail) => [...place, ...tail.map((text) => line(text)), ...last])
      : ending(note, [...place, ...last]);
  return firstFitting(
    rows.map((row) => [...first, ...row]),
    room,
  );
}

/** When all tasks have ended, the reason why the pass has not goes first. */
function ending(note: string, others: readonly Line[]): ReadonlyArray<readonly Line[]> {
  const [short = note] = note.split(';');
  return [[line(note), ...others], [line(note)], [line(short), ...others]];
}

/** The title until a task has started: where the cluster is, and what it has. */
export function clusterTitle(
  { case: planned }: RunningPass,
  cluster: ClusterState | undefined,
  room: number,
): Line {
  if (cluster?.status !== 'reached' || cluster.target.at !== planned.cluster?.at) {
    return [];
  }

  const extent = extentText(cluster.cluster);
  const texts = [placeText(cluster.cluster), ...(extent === undefined ? [] : [extent])];
  return firstFitting([texts.map((text) => line(text))], room);
}

function stopping(view: RayTitleView): readonly Line[] {
  const since = sinceOf('stopping', view);
  return since === undefined ? [] : [line(`${phaseTexts.stopping} ${since}`)];
}

function troubles({ pass, now, progress }: RayTitleView): readonly Line[] {
  const note = remarkOf(pass.remote, now);
  const failed = pass.workers.reduce((sum, worker) => sum + (worker.failed ?? 0), 0);
  const text = `! ${counted(failed, 'task')} failed`;
  return [
    ...(note !== undefined && isProblem(note) ? [noteLine(note)] : []),
    ...(progress.failed.size > 0 ? [line(piece(text, 'warning'))] : []),
  ];
}

/** "4 workers on 2 nodes", or "3 of 4 workers on 2 nodes" while one is missing. */
function whereabouts({ workerSet: { workers, nodes }, progress: { here } }: RayTitleView): string {
  const all = counted(workers, 'worker');
  const who = here < workers ? `${here} of ${all}` : all;
  if (!nodes) {
    return who;
  }

  const used = new Set(nodes.of.filter((node) => node !== undefined)).size;
  return `${who} on ${used < nodes.count ? `${used} of ` : ''}${nodes.count} nodes`;
}

function tails(view: RayTitleView, { levels, straggler, vertical }: Theme): readonly Texts[] {
  const { workerSet, layout, progress } = view;
  if (layout.type === 'cells' && layout.figures) {
    const scale = `1 cell = 1 worker, ${levels[1]} start to ${levels.at(-1)} done`;
    const marks = [
      `${straggler} a straggler`,
      ...(workerSet.nodes ? [`${vertical} between nodes`] : []),
    ];
    return [
      [scale, ...marks],
      ['1 cell = 1 worker', ...marks],
    ];
  }

  if (workerSet.workers <= few) {
    return [[]];
  }

  return slowestTexts(progress).map((text) => [text]);
}

type Texts = readonly string[];

/** Explains the node labels, unless the rows show the names in full. */
function names({ pass, workerSet, layout, width }: RayTitleView): readonly Line[] {
  const { nodes } = workerSet;
  const inRows =
    layout.type === 'columns' &&
    namesFit({ ...workerSet, tasks: pass.case.tasks }, columnWidth(layout.columns, width));
  if (!nodes || inRows) {
    return [];
  }

  const texts = nodes.names.map((_, node) => `${nodeLabel(node, nodes)} ${nodeName(node, nodes)}`);
  return [line(texts.join('  '))];
}

function running(view: RayTitleView): readonly Line[] {
  const since = sinceOf('running', view);
  return since === undefined ? [] : [line(`${phaseTexts.running} ${since}`)];
}

/** The time so far of the present phase, if it is this one. */
function sinceOf(phase: RayPhase, { pass, now }: RayTitleView): string | undefined {
  const present = pass.remote?.phases.at(-1);
  return present?.phase === phase ? elapsed(now - present.since) : undefined;
}
