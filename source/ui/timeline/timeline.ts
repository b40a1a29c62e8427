import { runsInARow, runsHere } from '../../core/plan/engines.ts';
import { lengthOfPass } from '../../core/timeline/timeline.ts';
import type { Span } from '../../core/profile/pass.ts';
import type { Case } from '../../core/plan/plan.ts';
import { remembered } from '../../core/remembered.ts';
import { lowerMedian } from '../../core/statistics.ts';
import { wallsOf, type EndedPass, type ProfileState } from '../../core/profile/state.ts';
import type { Milliseconds, Share } from '../../core/units.ts';
import type { KeyPress } from '../input/keys.ts';
import { neighbour } from '../input/steps.ts';

/** What a person looks at in the timeline. */
export type TimelineView = {
  /** The case by its id, and the round: those that are shown by themselves, where left out. */
  readonly case?: string;
  readonly round?: number;
  /** Where the part of the pass begins that is seen. */
  readonly start: Share;
  /** How often that part was halved. */
  readonly zoom: number;
  /** The first row. */
  readonly top: number;
  /** Whether every worker has a row of its own, however many there are. */
  readonly single: boolean;
};

export const wholePass: TimelineView = { start: 0, zoom: 0, top: 0, single: false };

/** The pass that a view leads to. */
export type ShownPass = {
  readonly case: Case;
  /** How many rounds have a pass of it. */
  readonly rounds: number;
  /** The passes of that case which have ended, by their rounds. */
  readonly ended: readonly EndedPass[];
  /** Absent where none has. */
  readonly chosen?: EndedPass;
  /** Whether it is the typical one, of several. */
  readonly typical: boolean;
};

/** Where the view names none: the case that shows most, and its typical round, or else the last one that ended. */
export function shownPass(view: TimelineView, profile: ProfileState): ShownPass {
  const planned = shownCase(view, profile);
  const ended = profile.passes
    .filter(({ pass }) => pass.case === planned.id)
    .toSorted((one, other) => one.pass.round - other.pass.round);
  const typical = typicalRound(profile, planned.id);
  const of = (round: number | undefined) => ended.find(({ pass }) => pass.round === round);
  const chosen = of(view.round) ?? of(typical) ?? ended.at(-1);
  return {
    case: planned,
    rounds: profile.plan.passes.filter((pass) => pass.case === planned.id).length,
    ended,
    ...(chosen ? { chosen } : {}),
    typical: wallsOf(profile, planned.id).size > 1 && chosen?.pass.round === typical,
  };
}

/** The pool with the most workers, or else the case with the most; those come first of which a pass has finished. */
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

/** By the first number in which they differ. */
function isGreater(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at !== -1 && one[at]! > other[at]!;
}

/** That of the typical pass. */
const typicalRound = (profile: ProfileState, caseId: string): number | undefined =>
  lowerMedian([...wallsOf(profile, caseId)], ([, wall]) => wall)?.[0];

/** A pass that has tasks to show. */
export type RanPass = {
  readonly spans: readonly Span[];
  /** How much time they are shown in. */
  readonly length: Milliseconds;
};

const lengths = remembered<readonly Span[], Milliseconds>();

/** The wall of a pass on Ray is more than its spans tell of. */
export function ranPass({ chosen }: ShownPass): RanPass | undefined {
  const outcome = chosen?.outcome;
  if (outcome?.status !== 'finished' || outcome.spans.length === 0) {
    return undefined;
  }

  const { spans, wall, ray } = outcome;
  return { spans, length: lengths(spans, [], () => lengthOfPass(spans, ray ? 0 : wall)) };
}

/** The part of a pass that is seen. */
export function seenPart({ start, zoom }: TimelineView, length: Milliseconds) {
  return { from: start * length, to: Math.min(start + 2 ** -zoom, 1) * length };
}

/** Less than this is not looked at: no clock is so fine that it would tell more. */
const leastSeen: Milliseconds = 0.01;

export type TimelineExtent = {
  readonly profile: ProfileState;
  /** Rows that are shown. */
  readonly rows: number;
  /** The furthest that they can be scrolled. */
  readonly lastTop: number;
  /** Whether there are so many workers that they may stand in groups. */
  readonly many: boolean;
};

/** What is looked at after a key. The pass that was shown by itself stays, whatever ends meanwhile. */
export function afterTimelineKey(
  before: TimelineView,
  key: KeyPress,
  { profile, rows, lastTop, many }: TimelineExtent,
): TimelineView {
  const shown = shownPass(before, profile);
  const view = pinned(before, shown);
  const down = scrolls(rows)[key];
  if (down !== undefined) {
    return { ...view, top: within(view.top + down, lastTop) };
  }

  switch (key) {
    case '+':
    case '=':
      return zoomed(view, Math.min(view.zoom + 1, mostZoom(ranPass(shown)?.length)));
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

const pinned = (view: TimelineView, { case: { id }, chosen }: ShownPass): TimelineView => ({
  ...view,
  case: id,
  ...(chosen ? { round: chosen.pass.round } : {}),
});

const mostZoom = (length: Milliseconds = 0): number =>
  Math.max(0, Math.floor(Math.log2(length / leastSeen)));

/** Around the middle of what is seen. */
function zoomed(view: TimelineView, zoom: number): TimelineView {
  const middle = view.start + 2 ** -view.zoom / 2;
  return { ...view, zoom, start: within(middle - 2 ** -zoom / 2, 1 - 2 ** -zoom) };
}

const moved = (view: TimelineView, by: Share): TimelineView => ({
  ...view,
  start: within(view.start + by * 2 ** -view.zoom, 1 - 2 ** -view.zoom),
});

/** The ended pass before or behind, where there is one. */
function roundBeside({ ended, chosen }: ShownPass, by: 1 | -1): Pick<TimelineView, 'round'> {
  const beside = ended[ended.findIndex((one) => one === chosen) + by];
  return beside ? { round: beside.pass.round } : {};
}
