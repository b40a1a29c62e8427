import type { Case } from '../../core/plan/plan.ts';
import type { ProfileState } from '../../core/profile/state.ts';
import type { Milliseconds, Share } from '../../core/units.ts';
import type { KeyPress } from '../input/keys.ts';
import { selectionOf, type Selection } from './selection.ts';
import { wholePass, type TimelineView } from './timeline.ts';

/** The shortest part that can be shown: no clock resolves more. */
const leastSeen: Milliseconds = 0.01;

export type TimelineExtent = {
  readonly profile: ProfileState;
  readonly now: Milliseconds;
  /** The number of visible rows. */
  readonly rows: number;
  /** The highest scroll position. */
  readonly lastTop: number;
  /** Whether there are enough workers to group them. */
  readonly many: boolean;
};

/** The view after a key. During a run it pins the round, so that the next one does not replace it. */
export function afterTimelineKey(
  before: TimelineView,
  key: KeyPress,
  { profile, now, rows, lastTop, many }: TimelineExtent,
): TimelineView {
  const selection = selectionOf(before, profile, now);
  const over = profile.activity.type === 'ended';
  const view = over ? before : pinned(before, selection);
  const down = scrolls(rows)[key];
  if (down !== undefined) {
    return { ...view, top: within(view.top + down, lastTop) };
  }

  switch (key) {
    case '+':
    case '=':
      return zoomed(view, Math.min(view.zoom + 1, mostZoom(selection.length)));
    case '-':
      return zoomed(view, Math.max(view.zoom - 1, 0));
    case 'left':
      return moved(view, -1 / 4);
    case 'right':
      return moved(view, 1 / 4);
    case '0':
      return { ...view, start: 0, zoom: 0 };
    case 'w':
      return many ? { ...view, single: !view.single, top: 0 } : before;
    case 'c':
      return profile.plan.cases.length > 1 ? ofNextCase(before, selection, profile) : before;
    case ',':
      return ofRoundBeside(before, selection, { by: -1, over });
    case '.':
      return ofRoundBeside(before, selection, { by: 1, over });
    default:
      return before;
  }
}

/** How many rows a key leads down. */
const scrolls = (rows: number): Readonly<Partial<Record<KeyPress, number>>> => ({
  up: -1,
  down: 1,
  pageup: -rows,
  pagedown: rows,
});

/** From all cases to the first alone, and from the last to all; as a whole, by worker or by group as before. */
function ofNextCase(
  { single, round }: TimelineView,
  { alone }: Selection,
  { plan: { cases } }: ProfileState,
): TimelineView {
  const next: Case | undefined = cases[alone ? cases.indexOf(alone) + 1 : 0];
  return {
    ...wholePass,
    single,
    ...(next ? { case: next.id } : {}),
    ...(round === undefined ? {} : { round }),
  };
}

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

const pinned = (view: TimelineView, { round }: Selection): TimelineView =>
  round === undefined ? view : { ...view, round };

const mostZoom = (length: Milliseconds): number =>
  Math.max(0, Math.floor(Math.log2(length / leastSeen)));

/** Zooms around the middle of the visible part. */
function zoomed(view: TimelineView, zoom: number): TimelineView {
  const middle = view.start + 2 ** -view.zoom / 2;
  return { ...view, zoom, start: within(middle - 2 ** -zoom / 2, 1 - 2 ** -zoom) };
}

const moved = (view: TimelineView, by: Share): TimelineView => ({
  ...view,
  start: within(view.start + by * 2 ** -view.zoom, 1 - 2 ** -view.zoom),
});

/** The previous or next round, if there is one. The last one of a run that goes on is followed, not pinned. */
function ofRoundBeside(
  { round: before, ...view }: TimelineView,
  { rounds, round }: Selection,
  { by, over }: { readonly by: 1 | -1; readonly over: boolean },
): TimelineView {
  const beside = rounds[rounds.indexOf(round ?? Number.NaN) + by];
  const next = beside ?? (by === 1 && !over ? undefined : before);
  return next === undefined || (!over && next === rounds.at(-1)) ? view : { ...view, round: next };
}
