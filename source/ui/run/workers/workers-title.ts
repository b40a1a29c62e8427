import { count, counted, elapsed } from '../../../core/text/format.ts';
import type { Case } from '../../../core/plan/plan.ts';
import type { RunningPass } from '../../../core/profile/state.ts';
import type { Milliseconds, Share } from '../../../core/units.ts';
import { percentCell } from '../../canvas/meter.ts';
import type { Theme } from '../../canvas/theme.ts';
import { workerName } from '../../parts/worker-set.ts';
import { behind, type WorkerProgress } from './worker-progress.ts';
import type { WorkersLayout } from './workers-layout.ts';

export type WorkersTitleView = {
  readonly planned: Case;
  readonly cpus?: number | undefined;
  readonly progress: WorkerProgress;
  readonly layout: WorkersLayout;
  readonly page: number;
  /** For the right end, from the longest wording to the shortest. */
  readonly ends: readonly string[];
  /** The width of the title. */
  readonly room: number;
};

/** The title: after the name of the case, and at the right end of the rule. */
export type WorkersTitle = { readonly left: string; readonly right: string };

/** The longest texts that fit. */
export function workersTitle(view: WorkersTitleView, theme: Theme): WorkersTitle {
  const heads = headsOf(view);
  const lefts = [...tailsOf(view, theme).map((tail) => [...heads, tail]), heads];
  const titles = lefts.flatMap((texts) =>
    view.ends.map((right) => ({ left: texts.join(gap), right })),
  );
  const found = titles.find(
    ({ left, right }) => left.length + gap.length + right.length <= view.room,
  );
  const left = heads.join(gap);
  return found ?? { left: left.length <= view.room ? left : '', right: '' };
}

/** How far the tasks of a pass are and how long it has taken, from the longest wording to the shortest. */
export function tasksTexts({ case: { tasks }, workers, since }: RunningPass, now: Milliseconds) {
  const done = count(workers.reduce((sum, worker) => sum + worker.tasks, 0));
  const text = `${done.padStart(count(tasks).length)} of ${counted(tasks, 'task')}`;
  return [`${text} done, ${elapsed(Math.max(0, now - since))} gone`, text];
}

const gap = '   ';

/** Up to this many workers need no summary. */
export const few = 4;

/** Goes first: workers that share CPUs, and the page. */
function headsOf({
  planned: { workers },
  cpus,
  layout,
  page,
}: WorkersTitleView): readonly string[] {
  const beyond = cpus !== undefined && workers > cpus;
  const paged = pageTexts(layout, page);
  const figures = layout.type === 'cells' && layout.figures;
  return [
    ...(beyond ? [`${counted(workers, 'worker')} on ${counted(cpus, 'CPU')}`] : []),
    ...paged,
    ...(beyond || paged.length > 0 || figures || workers <= few
      ? []
      : [counted(workers, 'worker')]),
  ];
}

/** "page 2/3", if there are several. */
export const pageTexts = (layout: WorkersLayout, page: number): readonly string[] =>
  layout.type === 'cells' && layout.pages > 1 ? [`page ${page + 1}/${layout.pages}`] : [];

function tailsOf(
  { planned: { workers }, progress, layout }: WorkersTitleView,
  { levels, straggler }: Theme,
): readonly string[] {
  if (layout.type === 'cells' && layout.figures) {
    const cell = '1 cell = 1 worker';
    const scale = `${levels[1]} start to ${levels.at(-1)} done`;
    const mark = `${straggler} a straggler`;
    return [[`${cell}, ${scale}`, mark].join(gap), [cell, mark].join(gap), cell];
  }

  return workers <= few ? [] : slowestTexts(progress);
}

/** Less is shown as 0 %. */
const leastLag: Share = 0.005;

/** The slowest worker and how far it is behind; the longer wording first. */
export function slowestTexts(progress: WorkerProgress): readonly string[] {
  const { shares, slowest, done } = progress;
  if (done === shares.length) {
    return ['all done'];
  }

  const lag = behind(progress, slowest);
  if (lag < leastLag) {
    return ['none behind'];
  }

  const text = `slowest ${workerName(slowest, shares.length)}, ${percentCell(lag)} behind`;
  return [`${text} the median`, text];
}
