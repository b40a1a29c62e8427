import type { WorkerSample } from '../../core/event.ts';
import type { EngineName } from '../../core/settings.ts';
import { line, piece, type Line } from '../line.ts';
import { meter, percentCell } from '../meter.ts';
import type { Theme } from '../theme.ts';
import { lags, type Standing } from './standing.ts';
import { workerName } from './workers-layout.ts';

export type WorkerView = {
  readonly worker: number;
  readonly engine: EngineName;
  /** Absent before the first. */
  readonly sample: WorkerSample | undefined;
  readonly standing: Standing;
};

/** Below these widths a row goes without the number of its tasks, without its CPU, and with one blank for two. */
const wide = { tasks: 50, cpu: 40, blanks: 24 } as const;

/** A worker's name, its bar and its share; its tasks and its CPU where there is room; the mark of a laggard. */
export function workerRow(view: WorkerView, width: number, theme: Theme): Line {
  const { worker, engine, sample, standing } = view;
  const share = standing.shares[worker] ?? 0;
  const name = workerName(worker, standing.shares.length);
  const label = `${name}${width < wide.blanks ? ' ' : '  '}`;
  const tasks = width < wide.tasks ? '' : String(sample?.tasks ?? 0).padStart(7);
  const cpu = width < wide.cpu ? '' : `  ${placeOf(sample).padEnd(6)}`;
  const end = ` ${percentCell(share)}${tasks}${cpu}`;
  const mark = lags(standing, worker) ? ` ${theme.laggard}` : '  ';
  const room = width - label.length - end.length - mark.length;
  const fill = { glyph: theme.mark(engine).fill, tone: engine };
  return line(label, ...meter(share, room, fill, theme), end, piece(mark, 'warning'));
}

function placeOf(sample: WorkerSample | undefined): string {
  if (!sample) {
    return '';
  }

  return sample.cpu === undefined ? 'n/a' : `cpu${sample.cpu}`;
}
