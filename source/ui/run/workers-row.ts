import { lookOf } from '../parts/engine-look.ts';
import type { WorkerSample } from '../../core/profile/event.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import { line, piece, type Line, type Piece } from '../canvas/line.ts';
import { meter, percentCell } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';
import {
  isShared,
  nodeLabel,
  nodeName,
  nodeNameWidth,
  workerName,
  type WorkerSet,
  type Nodes,
} from '../parts/worker-set.ts';
import { isStraggler, type WorkerProgress } from './worker-progress.ts';
import { markWidth } from './workers-layout.ts';

export type WorkerView = {
  readonly worker: number;
  readonly engine: EngineName;
  readonly workerSet: WorkerSet;
  /** Absent before the first. */
  readonly sample: WorkerSample | undefined;
  readonly progress: WorkerProgress;
};

/** Below these widths a row goes without the number of its tasks, without its CPU, and with one blank for two. */
const wide = { tasks: 50, cpu: 40, blanks: 24 } as const;

/** A worker's name, its bar and its share; its tasks and where it is as there is room; the mark of one in trouble. */
export function workerRow(view: WorkerView, width: number, theme: Theme): Line {
  const { worker, engine, sample, progress } = view;
  const share = progress.shares[worker] ?? 0;
  const name = workerName(worker, progress.shares.length);
  const label = `${name}${gapOf(width)}`;
  const tasks = width < wide.tasks ? '' : String(sample?.tasks ?? 0).padStart(tasksWidth);
  const end = ` ${percentCell(share)}${tasks}${placeOf(view, width)}`;
  const room = width - label.length - end.length - markWidth;
  const fill = lookOf(engine, theme);
  return line(label, ...meter(share, { ...fill, width: room }, theme), end, markOf(view, theme));
}

/** " 100 %" and the number of tasks. */
const shareWidth = 6;
const tasksWidth = 7;

const gapOf = (width: number): string => (width < wide.blanks ? ' ' : '  ');

function markOf({ worker, progress }: WorkerView, { straggler }: Theme): Piece {
  if (progress.failed.has(worker)) {
    return piece(' !', 'warning');
  }

  return piece(isStraggler(progress, worker) ? ` ${straggler}` : '  ', 'warning');
}

/** The CPU of a thread of ours; the node of a worker of a cluster, if there is more than one. */
function placeOf({ engine, workerSet, sample }: WorkerView, width: number): string {
  if (!isShared(engine)) {
    return width < wide.cpu ? '' : `  ${cpuOf(sample).padEnd(6)}`;
  }

  const { nodes } = workerSet;
  return nodes ? `${gapOf(width)}${nodeOf(sample, nodes, namesFit(workerSet, width))}` : '';
}

function cpuOf(sample: WorkerSample | undefined): string {
  if (!sample) {
    return '';
  }

  return sample.cpu === undefined ? 'n/a' : `cpu${sample.cpu}`;
}

function nodeOf(sample: WorkerSample | undefined, nodes: Nodes, inFull: boolean): string {
  const { node } = sample ?? {};
  const width = inFull ? nodeNameWidth(nodes) : nodeLabel(0, nodes).length;
  const text = node === undefined ? '' : (inFull ? nodeName : nodeLabel)(node, nodes);
  return text.padEnd(width);
}

/** So much of a bar is left beside the name of a node, else there is its label. */
const leastBar = 16;

/** Whether rows of this width name their nodes in full. */
export function namesFit({ workers, nodes }: WorkerSet, width: number): boolean {
  const label = workerName(0, workers).length + gapOf(width).length;
  const tasks = width < wide.tasks ? 0 : tasksWidth;
  const room = width - label - shareWidth - tasks - markWidth;
  return nodes !== undefined && room - gapOf(width).length - nodeNameWidth(nodes) >= leastBar;
}
