import { counted } from '../../core/text/format.ts';
import type { Case } from '../../core/plan/plan.ts';
import { percentCell } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';
import { workerName } from '../parts/worker-set.ts';
import { behind, type WorkerProgress } from './worker-progress.ts';
import type { WorkersLayout } from './workers-layout.ts';

export type WorkersTitleView = {
  readonly planned: Case;
  readonly cpus?: number | undefined;
  readonly progress: WorkerProgress;
  readonly layout: WorkersLayout;
  readonly page: number;
  /** The width of the title. */
  readonly room: number;
};

/** The title after the name of the case: the longest text that fits. */
export function workersTitle(view: WorkersTitleView, theme: Theme): string {
  const heads = headsOf(view);
  const texts = tailsOf(view, theme).map((tail) => [...heads, tail].join(gap));
  return [...texts, heads.join(gap)].find(({ length }) => length <= view.room) ?? '';
}

const gap = '   ';

/** Up to this many workers need no summary, so the title explains their rows instead. */
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
    const mark = `${straggler} a laggard`;
    return [[`${cell}, ${scale}`, mark].join(gap), [cell, mark].join(gap), cell];
  }

  const columns = layout.type === 'columns' && layout.columns === 1;
  if (columns && workers <= few) {
    return ['worker · share of the pass · tasks done · CPU', 'share · tasks · CPU'];
  }

  return slowestTexts(progress);
}

/** The slowest worker and how far it is behind; the longer wording first. */
export function slowestTexts(progress: WorkerProgress): readonly string[] {
  const { shares, slowest, done } = progress;
  if (done === shares.length) {
    return ['all done'];
  }

  const text = `slowest ${workerName(slowest, shares.length)}, ${percentCell(behind(progress, slowest))} behind`;
  return [`${text} the median`, text];
}
