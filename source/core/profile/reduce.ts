import { copied, type Append } from '../append.ts';
import type { Event } from './event.ts';
import { withLoadSample } from './load-history.ts';
import type { PassOutcome } from './pass.ts';
import { spanOf } from './span-times.ts';
import type { RayRun } from '../plan/circumstances.ts';
import { caseOf, type Plan, type PlannedPass } from '../plan/plan.ts';
import {
  plannedUnder,
  type Activity,
  type EndedPass,
  type OutageTimes,
  type ProfileState,
  type RemotePass,
  type RunningPass,
  type State,
} from './state.ts';
import type { Milliseconds } from '../units.ts';
import type { WorkloadName } from '../plan/workload.ts';
import { withWorkerSample } from './worker-history.ts';

export type Reduce = (state: State, event: Event) => State;

/** The same, with another way to make lists longer. */
export const reduceWith =
  (append: Append): Reduce =>
  (state, event) =>
    reduced(state, event, append);

/** Folds one event into the state. Pure, and the only way the state changes. */
export const reduce: Reduce = reduceWith(copied);

// oxlint-disable-next-line max-lines-per-function -- a flat switch with a case for every event
function reduced(state: State, event: Event, append: Append): State {
  switch (event.type) {
    case 'machine-detected':
      return { ...state, machine: event.machine };
    case 'load-sampled':
      return withLoad(state, event);
    case 'calibrated':
      return {
        ...state,
        calibrations: { ...state.calibrations, [event.calibration.workload]: event.calibration },
        uncalibrated: without(state.uncalibrated, event.calibration.workload),
      };
    case 'calibration-failed':
      return {
        ...state,
        uncalibrated: [...without(state.uncalibrated, event.workload), event.workload],
      };
    case 'cluster-sought':
      return { ...state, cluster: { target: event.target, status: 'sought', since: event.at } };
    case 'cluster-reached':
      return {
        ...state,
        cluster: { target: event.target, status: 'reached', cluster: event.cluster },
      };
    case 'cluster-missed':
      return {
        ...state,
        cluster: { target: event.target, status: 'missed', failure: event.failure },
      };
    case 'profile-started':
      return {
        ...state,
        // A recording keeps no more of the time before.
        loadHistory: state.loadHistory.slice(-1),
        profile: {
          plan: event.plan,
          startedAt: event.startedAt,
          began: event.at,
          under: plannedUnder(state, event.plan),
          activity: { type: 'opening' },
          coldStart: {},
          passes: [],
          repeated: [],
        },
      };
    case 'warm-up-started':
      // During a pass it replaces workers that the previous pass broke; the pass goes on.
      return state.profile?.activity.type === 'running'
        ? state
        : setActivity(state, { type: 'warming-up', case: event.case, since: event.at });
    case 'case-warmed':
      return changeProfile(state, (profile) => ({
        coldStart: { ...profile.coldStart, [event.case]: event.coldStart },
      }));
    case 'pass-started':
      return startPass(state, event);
    case 'phase-changed':
      return changeRemote(state, ({ phases, ...pass }) => ({
        ...pass,
        phases: [...phases, { phase: event.phase, since: event.at }],
        ...(event.job === undefined ? {} : { job: event.job }),
      }));
    case 'phase-noted':
      return changeRemote(state, ({ note: _before, ...pass }) => ({
        ...pass,
        ...(event.note === undefined ? {} : { note: event.note }),
      }));
    case 'contact-lost':
      return changeRemote(state, (pass) => ({ ...pass, outage: outageTimes(event) }));
    case 'contact-regained':
      return changeRemote(state, ({ outage: _before, ...pass }) => pass);
    case 'workers-sampled':
      return withSample(state, event);
    case 'frame-drawn':
      return changeRunning(state, ({ drawing = 0 }) => ({ drawing: drawing + event.took }));
    case 'drawing-held-up':
      return holdUp(state, event);
    case 'pass-repeated':
      return changeProfile(state, ({ repeated }) => ({ repeated: append(repeated, event.pass) }));
    case 'pass-finished':
      return finishPass(state, event, append);
    case 'ray-pass-timed':
      return { ...state, rayRun: event.run };
    case 'host-stopped':
      return { ...state, stopped: { pid: event.pid } };
    case 'host-continued':
      return withoutStop(state);
    case 'quiet-awaited':
      return { ...state, quietWait: { since: event.at, most: event.most } };
    case 'quiet-wait-ended':
      return withoutWait(state);
    case 'cpus-awaited':
      return { ...state, cpuWait: { since: event.at, most: event.most, cpus: event.cpus } };
    case 'cpu-wait-ended':
      return withoutCpuWait(state);
    case 'profile-finished':
      return setActivity(state, { type: 'ended', at: event.at, interrupted: event.interrupted });
  }
}

function withLoad(
  { otherLoad: _before, ...state }: State,
  { load, otherLoad, at }: Extract<Event, { readonly type: 'load-sampled' }>,
): State {
  const loadHistory = withLoadSample(state.loadHistory, { at, load });
  return { ...state, load, loadHistory, ...(otherLoad ? { otherLoad } : {}) };
}

const withoutStop = ({ stopped: _before, ...state }: State): State => state;

const withoutWait = ({ quietWait: _before, ...state }: State): State => state;

const withoutCpuWait = ({ cpuWait: _before, ...state }: State): State => state;

const without = (workloads: readonly WorkloadName[], one: WorkloadName): readonly WorkloadName[] =>
  workloads.filter((workload) => workload !== one);

const setActivity = (state: State, activity: Activity): State =>
  changeProfile(state, () => ({ activity }));

/** Changes nothing if no pass is running. */
function changeRunning(state: State, change: (pass: RunningPass) => Partial<RunningPass>): State {
  const activity = state.profile?.activity;
  return activity?.type === 'running'
    ? setActivity(state, { ...activity, ...change(activity) })
    : state;
}

const changeRemote = (state: State, change: (pass: RemotePass) => RemotePass): State =>
  changeRunning(state, ({ remote: before = { phases: [] } }) => ({ remote: change(before) }));

const outageTimes = ({
  at,
  silent,
  patience,
}: Extract<Event, { readonly type: 'contact-lost' }>): OutageTimes => ({
  since: at - silent,
  until: at - silent + patience,
});

function withSample(
  state: State,
  { workers, nodes, at }: Extract<Event, { readonly type: 'workers-sampled' }>,
): State {
  const after = changeRunning(state, ({ history = [] }) => ({
    workers,
    history: withWorkerSample(history, { at, workers }),
  }));
  return nodes ? changeRemote(after, (pass) => ({ ...pass, nodes })) : after;
}

/** Changes nothing unless a profile is under way. */
function holdUp(
  state: State,
  { took }: Extract<Event, { readonly type: 'drawing-held-up' }>,
): State {
  return state.profile?.activity.type === 'ended'
    ? state
    : changeProfile(state, ({ heldUp: { total, longest } = { total: 0, longest: 0 } }) => ({
        heldUp: { total: total + took, longest: Math.max(longest, took) },
      }));
}

function startPass(
  state: State,
  { pass, at }: Extract<Event, { readonly type: 'pass-started' }>,
): State {
  return changeProfile(state, ({ plan }) => ({
    activity: { type: 'running', pass, case: caseOf(plan, pass), since: at, workers: [] },
  }));
}

function finishPass(
  state: State,
  { pass, outcome, conditions, at }: Extract<Event, { readonly type: 'pass-finished' }>,
  append: Append,
): State {
  const after = changeProfile(state, ({ passes, activity }) => ({
    passes: append(passes, {
      pass,
      outcome,
      ...(conditions ? { conditions } : {}),
      ...ranFor(activity, pass, at),
      ...screenTimeOf(activity, at, passes.at(-1)),
    }),
  }));
  const run = state.profile && rayRunOf(state.profile.plan, pass, outcome);
  return run ? { ...after, rayRun: run } : after;
}

/** Undefined if the pass did not run on Ray, or did not finish. */
export function rayRunOf(plan: Plan, pass: PlannedPass, outcome: PassOutcome): RayRun | undefined {
  if (outcome.status !== 'finished' || !outcome.ray) {
    return undefined;
  }

  const { wall, spans, ray } = outcome;
  const span = spanOf(spans);
  // Nobody knows whether others will hold the cluster's CPUs again.
  return { case: caseOf(plan, pass), span, overhead: wall - span - (ray.queued ?? 0) };
}

const ranFor = (
  activity: Activity,
  { index }: PlannedPass,
  at: Milliseconds,
): Pick<EndedPass, 'ran'> =>
  activity.type === 'running' && activity.pass.index === index
    ? { ran: { from: activity.since, to: at } }
    : {};

/** In a profile that is drawn, a pass too short for a frame took no drawing. */
function screenTimeOf(
  activity: Activity,
  at: Milliseconds,
  before: EndedPass | undefined,
): Pick<EndedPass, 'screen'> {
  if (activity.type !== 'running') {
    return {};
  }

  const drawing = activity.drawing ?? (before?.screen ? 0 : undefined);
  return drawing === undefined ? {} : { screen: { drawing, during: at - activity.since } };
}

/** Changes nothing if there is no profile. */
function changeProfile(
  state: State,
  change: (profile: ProfileState) => Partial<ProfileState>,
): State {
  const { profile } = state;
  return profile ? { ...state, profile: { ...profile, ...change(profile) } } : state;
}
