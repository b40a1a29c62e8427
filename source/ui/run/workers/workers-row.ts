import { column } from '../../../core/text/cells.ts';
import { lookOf } from '../../parts/engine-look.ts';
import type { WorkerSample } from '../../../core/profile/event.ts';
import type { EngineName } from '../../../core/plan/settings.ts';
import { line, piece, type Line, type Piece } from '../../canvas/line.ts';
import { percentCell, progressMeter } from '../../canvas/meter.ts';
import type { Theme } from '../../canvas/theme.ts';
import {
  isShared,
  nodeLabel,
  nodeName,
  nodeNameWidth,
  workerName,
  type WorkerSet,
  type Nodes,
} from '../../parts/worker-set.ts';
import { isStraggler, type WorkerProgress } from './worker-progress.ts';
import { markWidth } from './workers-layout.ts';

export type WorkerView = {
  readonly worker: number;
  readonly engine: EngineName;
  readonly workerSet: WorkerSet;
  /** Undefined before the first sample. */
  readonly sample: WorkerSample | undefined;
  readonly progress: WorkerProgress;
  /** Of the whole pass. */
  readonly tasks: number;
  /** Whether the CPU that it was last seen on is shown. */
  readonly detailed: boolean;
};

/** Narrower rows drop the number of tasks, the CPU, and one of two blanks. */
const wide = { tasks: 50, cpu: 40, blanks: 24 } as const;

/** A worker's name, bar and share, its tasks and place if they fit, and a mark if there is a problem. */
export function workerRow(view: WorkerView, width: number, theme: Theme): Line {
  const { worker, engine, sample, progress } = view;
  const share = progress.shares[worker] ?? 0;
  const name = workerName(worker, progress.shares.length);
  const label = `${name}${gapOf(width)}`;
  const done = sample?.tasks ?? 0;
  const tasks = width < wide.tasks ? '' : `${done} tasks`.padStart(tasksWidth(view.tasks));
  const end = ` ${percentCell(share)}${tasks}${placeOf(view, width)}`;
  const room = width - label.length - end.length - markWidth;
  const bar = progressMeter(share, { tone: lookOf(engine, theme).tone, width: room }, theme);
  return line(label, ...bar, end, markOf(view, theme));
}

/** " 100 %". */
const shareWidth = 6;

/** "  64 tasks": one worker may do all of them. */
const tasksWidth = (tasks: number): number => `  ${tasks} tasks`.length;

const gapOf = (width: number): string => (width < wide.blanks ? ' ' : '  ');

function markOf({ worker, progress }: WorkerView, { straggler }: Theme): Piece {
  if (progress.failed.has(worker)) {
    return piece(' !', 'warning');
  }

  return piece(isStraggler(progress, worker) ? ` ${straggler}` : '  ', 'warning');
}

/** The CPU of one of our threads, or the node of a cluster worker if there are several nodes. */
function placeOf(view: WorkerView, width: number): string {
  const { engine, workerSet, sample, tasks, detailed } = view;
  if (!isShared(engine)) {
    return detailed && width >= wide.cpu ? `  ${cpuOf(sample).padEnd(6)}` : '';
  }

  const { nodes } = workerSet;
  return nodes
    ? `${gapOf(width)}${nodeOf(sample, nodes, namesFit({ ...workerSet, tasks }, width))}`
    : '';
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
  return column(text, width);
}

/** The bar keeps this many cells beside the name of a node, or else the label replaces the name. */
const leastBar = 16;

/** Whether rows of this width show the full names of nodes. */
export function namesFit(
  { workers, nodes, tasks: all }: WorkerSet & { readonly tasks: number },
  width: number,
): boolean {
  const label = workerName(0, workers).length + gapOf(width).length;
  const tasks = width < wide.tasks ? 0 : tasksWidth(all);
  const room = width - label - shareWidth - tasks - markWidth;
  return nodes !== undefined && room - gapOf(width).length - nodeNameWidth(nodes) >= leastBar;
}
