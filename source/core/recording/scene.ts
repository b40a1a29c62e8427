import type { Event } from '../profile/event.ts';
import { rayRunOf } from '../profile/reduce.ts';
import type { Plan } from '../plan/plan.ts';

/** The parts of the state that outlast a profile, by event. For each subject the latest event counts. */
const subjects: Readonly<Partial<Record<Event['type'], string>>> = {
  'machine-detected': 'machine',
  'load-sampled': 'load',
  calibrated: 'calibration',
  'calibration-failed': 'failed calibration',
  'cluster-sought': 'cluster',
  'cluster-reached': 'cluster',
  'cluster-missed': 'cluster',
  'ray-pass-timed': 'pass on Ray',
};

/** The events that still apply: folded from the initial state they give the state without its profile. */
export function sceneAfter(
  scene: readonly Event[],
  event: Event,
  plan: Plan | undefined,
): readonly Event[] {
  const latest = event.type === 'pass-finished' ? rayPassTimed(event, plan) : event;
  return latest && subjects[latest.type] !== undefined
    ? [...scene.filter((earlier) => !replaces(latest, earlier)), latest]
    : scene;
}

function replaces(later: Event, earlier: Event): boolean {
  if (workloadOf(later) !== workloadOf(earlier)) {
    return false;
  }

  // A failed calibration leaves an earlier one in place.
  return later.type === 'calibrated' || subjects[later.type] === subjects[earlier.type];
}

function workloadOf(event: Event): string | undefined {
  if (event.type === 'calibrated') {
    return event.calibration.workload;
  }

  return event.type === 'calibration-failed' ? event.workload : undefined;
}

/** Only the times of a pass on Ray outlast its profile, for the next forecast. */
function rayPassTimed(
  { pass, outcome, at }: Extract<Event, { readonly type: 'pass-finished' }>,
  plan: Plan | undefined,
): Event | undefined {
  const run = plan && rayRunOf(plan, pass, outcome);
  return run && { type: 'ray-pass-timed', run, at };
}
