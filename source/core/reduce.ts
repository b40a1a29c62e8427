import type { Event } from './event.ts';
import type { Activity, EndedPass, ProfileState, State } from './state.ts';
import type { Milliseconds } from './units.ts';
import type { WorkloadName } from './workload.ts';

/** Folds one event into the state; pure, and the only way the state changes. */
// oxlint-disable-next-line max-lines-per-function -- a flat switch with a case for every event
export function reduce(state: State, event: Event): State {
  switch (event.type) {
    case 'machine-detected':
      return { ...state, machine: event.machine };
    case 'load-sampled':
      return { ...state, load: event.load };
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
    case 'profile-started':
      return {
        ...state,
        profile: {
          plan: event.plan,
          startedAt: event.startedAt,
          began: event.at,
          activity: { type: 'opening' },
          coldStart: {},
          passes: [],
          repeated: [],
        },
      };
    case 'warm-up-started':
      // In the middle of a pass it is the successor of what the pass before has broken, and the pass goes on.
      return state.profile?.activity.type === 'running'
        ? state
        : busy(state, { type: 'warming-up', case: event.case, since: event.at });
    case 'case-warmed':
      return profiled(state, (profile) => ({
        coldStart: { ...profile.coldStart, [event.case]: event.coldStart },
      }));
    case 'pass-started':
      return busy(state, { type: 'running', pass: event.pass, since: event.at, workers: [] });
    case 'workers-sampled':
      return profiled(state, ({ activity }) =>
        activity.type === 'running' ? { activity: { ...activity, workers: event.workers } } : {},
      );
    case 'frame-drawn':
      return profiled(state, ({ activity }) =>
        activity.type === 'running'
          ? { activity: { ...activity, drawing: (activity.drawing ?? 0) + event.took } }
          : {},
      );
    case 'pass-repeated':
      return profiled(state, ({ repeated }) => ({ repeated: [...repeated, event.pass] }));
    case 'pass-finished':
      return profiled(state, ({ passes, activity }) => ({
        passes: [
          ...passes,
          { pass: event.pass, outcome: event.outcome, ...screenOf(activity, event.at) },
        ],
      }));
    case 'profile-finished':
      return busy(state, { type: 'ended', at: event.at, interrupted: event.interrupted });
  }
}

const without = (workloads: readonly WorkloadName[], one: WorkloadName): readonly WorkloadName[] =>
  workloads.filter((workload) => workload !== one);

const busy = (state: State, activity: Activity): State => profiled(state, () => ({ activity }));

function screenOf(activity: Activity, at: Milliseconds): Pick<EndedPass, 'screen'> {
  return activity.type === 'running' && activity.drawing !== undefined
    ? { screen: { drawing: activity.drawing, during: at - activity.since } }
    : {};
}

/** Changes the profile; an event that belongs to none changes nothing. */
function profiled(state: State, change: (profile: ProfileState) => Partial<ProfileState>): State {
  const { profile } = state;
  return profile ? { ...state, profile: { ...profile, ...change(profile) } } : state;
}
