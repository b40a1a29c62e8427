import { runsHere, runsInARow } from '../../core/plan/engines.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { RayPass } from '../../core/plan/ray.ts';
import type { Spans } from '../../core/profile/spans.ts';
import {
  wallsOf,
  type EndedPass,
  type ProfileState,
  type RunningPass,
} from '../../core/profile/state.ts';
import type { WorkerHistory } from '../../core/profile/worker-history.ts';
import { typicalRounds } from '../../core/report/figures/typical.ts';
import { lengthOfPass } from '../../core/timeline/timeline.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Paragraph } from '../canvas/paragraphs.ts';
import type { TimelineView } from './timeline.ts';

/** One engine of a timeline, in the round that is shown. */
export type ShownPass = {
  readonly case: Case;
  /** Undefined before its first round. */
  readonly round: number | undefined;
  /** Whether that is the typical one of several. */
  readonly typical: boolean;
  readonly drawing: Drawing;
};

/** Drawable content. Times count from the start of the pass. */
export type Drawing = EndedDrawing | RunningDrawing | MissingDrawing;

type Extent = {
  /** When tasks can begin: on a cluster its job has to start first. */
  readonly start: Milliseconds;
  readonly length: Milliseconds;
};

export type EndedDrawing = Extent & { readonly type: 'ended'; readonly spans: Spans };

export type RunningDrawing = Extent & {
  readonly type: 'running';
  readonly history: WorkerHistory;
  readonly since: Milliseconds;
};

export type MissingDrawing = { readonly type: 'missing'; readonly reason: Paragraph };

/** What a view shows: all engines side by side or one of them, in one round. */
export type Selection = {
  readonly shown: readonly ShownPass[];
  /** The only engine, if there are others. */
  readonly alone?: Case;
  /** The rounds that have something to show. */
  readonly rounds: readonly number[];
  /** The one that is shown; of different typical ones that of the pool. */
  readonly round: number | undefined;
  /** The length of the time axis. */
  readonly length: Milliseconds;
};

/** The running pass, unless it has just ended. */
const runningPass = ({ activity, passes }: ProfileState): RunningPass | undefined =>
  activity.type === 'running' && !passes.some(({ pass }) => pass.index === activity.pass.index)
    ? activity
    : undefined;

/**
 * By default every engine in its typical round, so that the timeline agrees with the results; during a run the round
 * that runs.
 */
export function selectionOf(
  view: TimelineView,
  profile: ProfileState,
  now: Milliseconds,
): Selection {
  const { cases } = profile.plan;
  const alone = cases.length > 1 ? cases.find(({ id }) => id === view.case) : undefined;
  const running = runningPass(profile);
  const shown = (alone ? [alone] : cases).map((planned) =>
    shownPass(planned, roundOf(planned, view, profile), { profile, now }),
  );
  const ended = profile.passes.filter(({ pass }) => shown.some((one) => one.case.id === pass.case));
  const rounds = [...ended.map(({ pass }) => pass), ...(running ? [running.pass] : [])].map(
    ({ round }) => round,
  );
  return {
    shown,
    ...(alone ? { alone } : {}),
    rounds: [...new Set(rounds)].toSorted((one, other) => one - other),
    round: leadOf(shown, profile)?.round,
    length: axisLength(shown, { profile, now }),
  };
}

function roundOf(
  planned: Case,
  { round }: TimelineView,
  profile: ProfileState,
): number | undefined {
  if (round !== undefined) {
    return round;
  }

  const { activity, passes } = profile;
  const last = passes.findLast(({ pass }) => pass.case === planned.id)?.pass.round;
  return activity.type === 'ended'
    ? (typicalRounds(profile).get(planned.id) ?? last)
    : (runningPass(profile)?.pass ?? passes.at(-1)?.pass)?.round;
}

/** The pass with most to see: the widest pool, or else the most workers. Finished ones go first. */
function leadOf(shown: readonly ShownPass[], profile: ProfileState): ShownPass | undefined {
  const worth = ({ case: { id, engine, workers } }: ShownPass) => [
    wallsOf(profile, id).size > 0 ? 1 : 0,
    runsHere(engine) && !runsInARow(engine) ? 1 : 0,
    workers,
  ];
  return shown.toSorted((one, other) => firstDifference(worth(other), worth(one)))[0];
}

const firstDifference = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, index) => value - other[index]!).find((difference) => difference !== 0) ?? 0;

type Context = { readonly profile: ProfileState; readonly now: Milliseconds };

function shownPass(planned: Case, round: number | undefined, context: Context): ShownPass {
  const { profile } = context;
  const is = ({ pass }: Pick<EndedPass, 'pass'>) =>
    pass.case === planned.id && pass.round === round;
  const ended = profile.passes.findLast(is);
  const running = runningPass(profile);
  return {
    case: planned,
    round,
    typical:
      wallsOf(profile, planned.id).size > 1 && typicalRounds(profile).get(planned.id) === round,
    drawing:
      running && is(running)
        ? growing(running, context.now)
        : drawingOf(ended, { round, over: profile.activity.type === 'ended' }),
  };
}

function growing({ since, history = [], remote }: RunningPass, now: Milliseconds): RunningDrawing {
  const length = Math.max(0, now - since);
  const begun = remote?.phases.find(({ phase }) => phase === 'running')?.since;
  const start = remote ? Math.min(length, (begun ?? now) - since) : 0;
  return { type: 'running', history, since, start, length };
}

type MissingPass = {
  readonly round: number | undefined;
  /** Whether the profile has ended: no other pass will come. */
  readonly over: boolean;
};

function drawingOf(
  ended: EndedPass | undefined,
  missing: MissingPass,
): EndedDrawing | MissingDrawing {
  const outcome = ended?.outcome;
  if (outcome?.status !== 'finished' || outcome.spans.count === 0) {
    return { type: 'missing', reason: reasonOf(outcome, missing) };
  }

  const { spans, wall, ray } = outcome;
  const start = ray ? startUpOf(ray) : 0;
  return { type: 'ended', spans, start, length: Math.max(start + lengthOfPass(spans), wall) };
}

/** The times of tasks on a cluster count from its first task. */
const startUpOf = ({ submit, pending, driverStart, queued = 0, warmUp }: RayPass): Milliseconds =>
  submit + pending + driverStart + queued + warmUp;

function reasonOf(
  outcome: EndedPass['outcome'] | undefined,
  { round, over }: MissingPass,
): Paragraph {
  switch (outcome?.status) {
    case undefined:
      return quiet(absenceOf(round, over));
    case 'cancelled':
      return quiet('cancelled: nothing of it is kept');
    case 'failed':
      return { text: `! ${outcome.failure.message} ${outcome.failure.hint}`, tone: 'warning' };
    case 'finished':
      return quiet('no task was reported');
  }
}

function absenceOf(round: number | undefined, over: boolean): string {
  if (!over) {
    return 'still to come';
  }

  return round === undefined ? 'did not run' : `did not run in round ${round}`;
}

const quiet = (text: string): Paragraph => ({ text, tone: 'quiet' });

/** Long enough for every pass, also for those that are to come: an axis that grew with them would move everything. */
function axisLength(shown: readonly ShownPass[], context: Context): Milliseconds {
  const lengths = shown.map((pass) => expectedLength(pass, context));
  return Math.max(shortest, ...lengths);
}

/** Never 0, so that it can be cut into slices. */
const shortest: Milliseconds = 1e-3;

function expectedLength({ case: { id }, drawing }: ShownPass, { profile }: Context): Milliseconds {
  if (drawing.type === 'ended') {
    return drawing.length;
  }

  if (profile.activity.type === 'ended') {
    return 0;
  }

  const before = [...wallsOf(profile, id).values()];
  const forecast = profile.under.forecast?.cases.find((one) => one.case === id)?.wall;
  const expected = before.length > 0 ? Math.max(...before) : (forecast ?? firstLength);
  return drawing.type === 'running' ? reaching(drawing.length, expected) : expected;
}

/** Where nothing is known of a pass. */
const firstLength: Milliseconds = 1000;

/** A pass that takes longer than expected lengthens the axis in steps. */
const reaching = (length: Milliseconds, expected: Milliseconds): Milliseconds =>
  length <= expected
    ? expected
    : expected * stretch ** Math.ceil(Math.log(length / expected) / Math.log(stretch));

const stretch = 1.5;
