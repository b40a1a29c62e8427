import { runsInARow, runsHere } from '../../core/plan/engines.ts';
import { lengthOfPass } from '../../core/timeline/timeline.ts';
import type { Spans } from '../../core/profile/spans.ts';
import type { Case } from '../../core/plan/plan.ts';
import { createLatestCache } from '../../core/latest-cache.ts';
import { typicalRounds } from '../../core/report/figures/typical.ts';
import { wallsOf, type EndedPass, type ProfileState } from '../../core/profile/state.ts';
import type { Milliseconds, Share } from '../../core/units.ts';
import type { KeyPress } from '../input/keys.ts';
import { neighbour } from '../input/steps.ts';

/** The part of a pass that the user looks at. */
export type TimelineView = {
  /** The id of the case, and its round; `selectionOf` chooses them if omitted. */
  readonly case?: string;
  readonly round?: number;
  /** Where the visible part begins. */
  readonly start: Share;
  /** How many times the visible part was halved. */
  readonly zoom: number;
  /** The first row. */
  readonly top: number;
  /** Whether every worker gets its own row, however many there are. */
  readonly single: boolean;
};

export const wholePass: TimelineView = { start: 0, zoom: 0, top: 0, single: false };

/** What a view shows: a case and one of its passes. */
export type Selection = {
  readonly case: Case;
  /** The planned rounds of the case. */
  readonly rounds: number;
  /** The ended passes of the case, by round. */
  readonly ended: readonly EndedPass[];
  /** Absent if none has ended. */
  readonly chosen?: EndedPass;
  /** Whether `chosen` is the typical one of several. */
  readonly typical: boolean;
};

/** By default: the case with most to see, in its typical round, or else the last round that ended. */
export function selectionOf(view: TimelineView, profile: ProfileState): Selection {
  const planned = shownCase(view, profile);
  const ended = profile.passes
    .filter(({ pass }) => pass.case === planned.id)
    .toSorted((one, other) => one.pass.round - other.pass.round);
  const walls = wallsOf(profile, planned.id);
  const typical = typicalRounds(profile).get(planned.id);
  const of = (round: number | undefined) => ended.find(({ pass }) => pass.round === round);
  const chosen = of(view.round) ?? of(typical) ?? ended.at(-1);
  return {
    case: planned,
    rounds: profile.plan.passes.filter((pass) => pass.case === planned.id).length,
    ended,
    ...(chosen ? { chosen } : {}),
    typical: walls.size > 1 && chosen?.pass.round === typical,
  };
}

/** The widest pool, or else the case with the most workers. Cases with a finished pass go first. */
function shownCase(view: TimelineView, profile: ProfileState): Case {
  const { cases } = profile.plan;
  const worth = ({ id, engine, workers }: Case) => [
    wallsOf(profile, id).size > 0 ? 1 : 0,
    runsHere(engine) && !runsInARow(engine) ? 1 : 0,
    workers,
  ];
  const best = cases.reduce((one, other) => (isGreater(worth(other), worth(one)) ? other : one));
  return cases.find(({ id }) => id === view.case) ?? best;
}

/** Compares two lists by the first number that differs. */
function isGreater(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at !== -1 && one[at]! > other[at]!;
}

/** The tasks of a finished pass. */
export type TaskSpans = {
  readonly spans: Spans;
  /** The time that the timeline covers. */
  readonly length: Milliseconds;
};

const lengths = createLatestCache<Spans, Milliseconds>();

/** On Ray the wall also contains start-up, which no span covers: there the spans alone count. */
export function taskSpans({ chosen }: Selection): TaskSpans | undefined {
  const outcome = chosen?.outcome;
  if (outcome?.status !== 'finished' || outcome.spans.count === 0) {
    return undefined;
  }

  const { spans, wall, ray } = outcome;
  return { spans, length: lengths(spans, [], () => lengthOfPass(spans, ray ? 0 : wall)) };
}

/** The visible part of a pass. */
export function seenPart({ start, zoom }: TimelineView, length: Milliseconds) {
  return { from: start * length, to: Math.min(start + 2 ** -zoom, 1) * length };
}

/** The shortest part that can be shown: no clock resolves more. */
const leastSeen: Milliseconds = 0.01;

export type TimelineExtent = {
  readonly profile: ProfileState;
  /** The number of visible rows. */
  readonly rows: number;
  /** The highest scroll position. */
  readonly lastTop: number;
  /** Whether there are enough workers to group them. */
  readonly many: boolean;
};

/** The view after a key. It pins the shown pass, so that a pass that ends later does not replace it. */
export function afterTimelineKey(
  before: TimelineView,
  key: KeyPress,
  { profile, rows, lastTop, many }: TimelineExtent,
): TimelineView {
  const shown = selectionOf(before, profile);
  const view = pinned(before, shown);
  const down = scrolls(rows)[key];
  if (down !== undefined) {
    return { ...view, top: within(view.top + down, lastTop) };
  }

  switch (key) {
    case '+':
    case '=':
      return zoomed(view, Math.min(view.zoom + 1, mostZoom(taskSpans(shown)?.length)));
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
    case 'tab':
      return ofCase(view, neighbour(profile.plan.cases, shown.case, 1));
    case 'shift+tab':
      return ofCase(view, neighbour(profile.plan.cases, shown.case, -1));
    case ',':
      return { ...view, ...roundBeside(shown, -1) };
    case '.':
      return { ...view, ...roundBeside(shown, 1) };
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

/** Another case is shown as a whole, by worker or by group as before. */
const ofCase = ({ single }: TimelineView, { id }: Case): TimelineView => ({
  ...wholePass,
  single,
  case: id,
});

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

const pinned = (view: TimelineView, { case: { id }, chosen }: Selection): TimelineView => ({
  ...view,
  case: id,
  ...(chosen ? { round: chosen.pass.round } : {}),
});

const mostZoom = (length: Milliseconds = 0): number =>
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

/** The previous or next ended pass, if there is one. */
function roundBeside({ ended, chosen }: Selection, by: 1 | -1): Pick<TimelineView, 'round'> {
  const beside = ended[ended.findIndex((one) => one === chosen) + by];
  return beside ? { round: beside.pass.round } : {};
}
