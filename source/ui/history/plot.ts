import type { SavedRun } from '../../core/report/run-summary.ts';
import { emptyLine, piece, type Line, type Piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { resultOf } from '../../core/history/run-texts.ts';

/** The intervals of all runs on one axis from 0, so that those which exclude 1 are seen. */
export type Plot = {
  readonly width: number;
  /** The end of the axis. */
  readonly most: number;
};

const gap = 2;
const narrowest = 20;
const widest = 60;

/** A plot in what the columns of the table have left; undefined if that is too little, or there is nothing to draw. */
export function plotOf(runs: readonly SavedRun[], left: number): Plot | undefined {
  const width = Math.min(left - gap, widest);
  const most = runs.reduce((end, { results }) => {
    const [speedup] = results?.speedups ?? [];
    return Math.max(end, speedup?.high ?? 0);
  }, 0);
  return width >= narrowest && most > 0 ? { width, most: Math.max(most, 1) } : undefined;
}

const cellOf = (value: number, { width, most }: Plot): number =>
  Math.round((value / most) * (width - 1));

/** Names the mark at 1. */
export function plotHead(plot: Plot | undefined, { timeline }: Theme): Line {
  if (!plot) {
    return emptyLine;
  }

  const before = ' '.repeat(gap + cellOf(1, plot));
  const room = plot.width - cellOf(1, plot) - 1;
  const texts = [' as fast as local', ' local', ''];
  return [
    piece(`${before}${timeline.start}${texts.find(({ length }) => length <= room)}`, 'quiet'),
  ];
}

/** The interval of a run, its speed-up, and the mark at 1. */
export function plotRow(run: SavedRun, plot: Plot | undefined, theme: Theme): Line {
  if (!plot) {
    return emptyLine;
  }

  const [speedup] = run.results?.speedups ?? [];
  const at = speedup && {
    low: cellOf(speedup.low, plot),
    value: cellOf(speedup.value, plot),
    high: cellOf(speedup.high, plot),
  };
  const cell = (index: number): Piece => {
    if (index === at?.value) {
      return piece(theme.dot, resultOf(run).tone);
    }

    if (at && index >= at.low && index <= at.high) {
      return piece(theme.progressRest, 'quiet');
    }

    return index === cellOf(1, plot) ? piece(theme.timeline.start, 'frame') : piece(' ');
  };
  return [piece(' '.repeat(gap)), ...Array.from({ length: plot.width }, (_, index) => cell(index))];
}
