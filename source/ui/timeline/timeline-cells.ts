import { engineTraits } from '../../core/plan/engines.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import type { TimeAccounts, TimelineCell } from '../../core/timeline/timeline.ts';
import type { Share } from '../../core/units.ts';
import { piece, type Line, type Piece } from '../canvas/line.ts';
import type { Theme, Tone } from '../canvas/theme.ts';

export type CellsView = {
  readonly engine: EngineName;
  readonly accounts: TimeAccounts;
  /** Whether the starts of tasks are marked. */
  readonly marked: boolean;
  /** The first worker of the row. */
  readonly worker: number;
  /** Rows of the screen. */
  readonly height: number;
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

/** The marks of what a worker does; a task on a CPU has the bar of a duration. */
export function markOf(doing: Doing, theme: Theme, tone: Tone = 'plain'): Piece {
  const { waiting, blocked, unknown } = theme.timeline;
  switch (doing) {
    case 'onCpu':
      return piece(theme.duration, tone);
    case 'waiting':
      return piece(waiting, 'warning');
    case 'blocked':
      return piece(blocked, 'strong');
    case 'unknown':
      return piece(unknown, 'strong');
  }
}

export const toneOf = (engine: EngineName): Tone => engineTraits[engine].tone;

/**
 * The rows of a worker, a cell for every slice of time. The fraction of cells that show a state is the fraction of time
 * spent in it.
 */
export function cellLines(
  cells: readonly TimelineCell[],
  view: CellsView,
  theme: Theme,
): readonly Line[] {
  const tone = toneOf(view.engine);
  const columns = cells.map((cell, index) => {
    const mark = markIn(cell, placeOf(index, view.worker), view);
    return mark === undefined
      ? column(cell.busy, { height: view.height, tone }, theme)
      : Array.from({ length: view.height }, () =>
          mark === 'start' ? piece(theme.timeline.start) : markOf(mark, theme),
        );
  });
  return Array.from({ length: view.height }, (_, row) => columns.map((pieces) => pieces[row]!));
}

/** What a cell shows instead of its height. */
function markIn(
  cell: TimelineCell,
  place: Share,
  { accounts, marked }: CellsView,
): Exclude<Doing, 'onCpu'> | 'start' | undefined {
  if (marked && cell.starts > 0) {
    return 'start';
  }

  const doing = doingAt(place * cell.busy, doingsOf(cell, accounts));
  return doing === 'onCpu' || cell.busy < leastOther ? undefined : doing;
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

export type Bar = { readonly height: number; readonly tone: Tone };

/**
 * A bar of some rows, from its top to its bottom. A full one ends an eighth below the row above it, so that two of them
 * stay apart. Nothing at all is a dot at the bottom.
 */
export function column(share: Share, { height, tone }: Bar, theme: Theme): readonly Piece[] {
  const most = height * eighths - 1;
  const filled = share > 0 ? Math.max(1, Math.round(Math.min(share, 1) * most)) : 0;
  return Array.from({ length: height }, (_, row) => {
    const below = (height - 1 - row) * eighths;
    const own = Math.min(filled - below, eighths);
    if (own <= 0) {
      return row === height - 1 ? piece(theme.rest, 'faint') : piece(' ');
    }

    return piece(glyphOf(own, row === 0, theme), tone);
  });
}

const eighths = 8;

function glyphOf(filled: number, top: boolean, { ascii, duration, levels }: Theme): string {
  if (top && filled === eighths - 1) {
    return duration;
  }

  return ascii && filled === eighths ? duration : levels[filled]!;
}
