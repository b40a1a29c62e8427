import { lookOf } from '../parts/engine-look.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import type { TimeAccounts, TimelineCell } from '../../core/timeline/timeline.ts';
import type { Share } from '../../core/units.ts';
import { fitted, piece, type Line, type Piece } from '../canvas/line.ts';
import { level } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';

export type CellsView = {
  readonly engine: EngineName;
  readonly accounts: TimeAccounts;
  /** Whether the starts of tasks are marked. */
  readonly marked: boolean;
  /** The first worker of the row. */
  readonly worker: number;
};

/** The states of a worker in a task. */
export type Doing = 'onCpu' | 'waiting' | 'blocked' | 'unknown';

/** The shares of a cell; they add up to its busy share. */
export function doingsOf(
  { busy, onCpu, waiting, blocked }: TimelineCell,
  accounts: TimeAccounts,
): Readonly<Record<Doing, Share>> {
  const unknown = Math.max(0, busy - onCpu - waiting - blocked);
  return accounts.onCpu
    ? { onCpu, waiting, blocked, unknown }
    : { onCpu: busy, waiting: 0, blocked: 0, unknown: 0 };
}

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

/** One glyph per cell. The fraction of cells that show a state is the fraction of time spent in it. */
export function cellPieces(
  cells: readonly TimelineCell[],
  { engine, accounts, marked, worker }: CellsView,
  theme: Theme,
): Line {
  const fills = fillsOf(engine, theme);
  const pieces = cells.map((cell, index) => {
    if (marked && cell.starts > 0) {
      return piece(theme.timeline.start, 'plain');
    }

    const doing = doingAt(placeOf(index, worker) * cell.busy, doingsOf(cell, accounts));
    return doing === 'onCpu' || cell.busy < leastOther
      ? heightOf(cell.busy, fills.onCpu, theme)
      : fills[doing];
  });
  return fitted(pieces, cells.length);
}

/**
 * A number from 0 to 1, spread evenly along a row by the golden ratio. Each row has its own offset; otherwise all workers
 * would seem to wait at the same time.
 */
const placeOf = (cell: number, worker: number): number =>
  (cell * 0.6180339887 + worker * 0.7548776662) % 1;

const doings: readonly Doing[] = ['onCpu', 'waiting', 'blocked', 'unknown'];

/** The state at a position along the shares. */
function doingAt(place: Share, shares: Readonly<Record<Doing, Share>>): Doing {
  let before = 0;
  return (
    doings.find((doing) => {
      before += shares[doing];
      return place < before;
    }) ?? 'onCpu'
  );
}

/** Below this busy share, the height of a cell says more than its state. */
const leastOther: Share = 1 / 4;

/** The fill of a full cell, or the height of a partly filled one. */
function heightOf(busy: Share, fill: Piece, theme: Theme): Piece {
  const drawn = level(busy, fill.tone, theme);
  return drawn.text === theme.levels.at(-1) ? fill : drawn;
}
