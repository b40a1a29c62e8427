import { lookOf } from '../parts/engine-look.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import type { Telling, TimelineCell } from '../../core/timeline/timeline.ts';
import type { Share } from '../../core/units.ts';
import { fitted, piece, type Line, type Piece } from '../canvas/line.ts';
import { level } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';

export type CellsView = {
  readonly engine: EngineName;
  readonly telling: Telling;
  /** Whether the starts of tasks are marked. */
  readonly marked: boolean;
  /** The first worker of the row. */
  readonly worker: number;
};

/** What a task may be at. */
export type Doing = 'onCpu' | 'waiting' | 'blocked' | 'unknown';

/** Shares of a cell that come to what is busy of it. */
export function doingsOf(
  { busy, onCpu, waiting, blocked }: TimelineCell,
  telling: Telling,
): Readonly<Record<Doing, Share>> {
  const unknown = Math.max(0, busy - onCpu - waiting - blocked);
  return telling.onCpu
    ? { onCpu, waiting, blocked, unknown }
    : { onCpu: busy, waiting: 0, blocked: 0, unknown: 0 };
}

/** What stands for each of them. */
export function fillsOf(engine: EngineName, theme: Theme): Readonly<Record<Doing, Piece>> {
  const { glyph, tone } = lookOf(engine, theme);
  const { waiting, blocked, unknown } = theme.timeline;
  return {
    onCpu: piece(glyph, tone),
    waiting: piece(waiting, 'warning'),
    blocked: piece(blocked, 'strong'),
    unknown: piece(unknown, 'strong'),
  };
}

/** One glyph a cell. Of the cells in tasks as many show one that waits as tasks have waited, and so on. */
export function cellPieces(
  cells: readonly TimelineCell[],
  { engine, telling, marked, worker }: CellsView,
  theme: Theme,
): Line {
  const fills = fillsOf(engine, theme);
  const pieces = cells.map((cell, index) => {
    if (marked && cell.starts > 0) {
      return piece(theme.timeline.start, 'plain');
    }

    const doing = doingAt(placeOf(index, worker) * cell.busy, doingsOf(cell, telling));
    return doing === 'onCpu' || cell.busy < leastOther
      ? heightOf(cell.busy, fills.onCpu, theme)
      : fills[doing];
  });
  return fitted(pieces, cells.length);
}

/**
 * From 0 to 1, evenly spread along a row by the golden ratio, and other than in the rows beside it: at the same cells
 * in all rows, all workers would seem to wait at the same time.
 */
const placeOf = (cell: number, worker: number): number =>
  (cell * 0.6180339887 + worker * 0.7548776662) % 1;

const doings: readonly Doing[] = ['onCpu', 'waiting', 'blocked', 'unknown'];

/** Which of the shares is met so far along them. */
function doingAt(place: Share, shares: Readonly<Record<Doing, Share>>): Doing {
  let before = 0;
  return (
    doings.find((doing) => {
      before += shares[doing];
      return place < before;
    }) ?? 'onCpu'
  );
}

/** Below this share of a cell its height tells more. */
const leastOther: Share = 1 / 4;

/** The fill of a full cell; of others how high it would be filled. */
function heightOf(busy: Share, fill: Piece, theme: Theme): Piece {
  const drawn = level(busy, fill.tone, theme);
  return drawn.text === theme.levels.at(-1) ? fill : drawn;
}
