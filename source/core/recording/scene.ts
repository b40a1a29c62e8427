import type { Event } from '../profile/event.ts';
import { rayRunOf } from '../profile/reduce.ts';
import type { Plan } from '../plan/plan.ts';

/** What outlasts a profile, and the events that tell it: the later one counts. */
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

/** The events that still hold: folded from nothing, they give the state without its profile, whose plan this is. */
export function sceneAfter(
  scene: readonly Event[],
  event: Event,
  plan: Plan | undefined,
): readonly Event[] {
  const told = event.type === 'pass-finished' ? timed(event, plan) : event;
  return told && subjects[told.type] !== undefined
    ? [...scene.filter((earlier) => !replaces(told, earlier)), told]
    : scene;
}

function replaces(later: Event, earlier: Event): boolean {
  if (workloadOf(later) !== workloadOf(earlier)) {
    return false;
  }

  // One that fails leaves the calibration before it as it was.
  return later.type === 'calibrated' || subjects[later.type] === subjects[earlier.type];
}

function workloadOf(event: Event): string | undefined {
  if (event.type === 'calibrated') {
    return event.calibration.workload;
  }

  return event.type === 'calibration-failed' ? event.workload : undefined;
}

/** Of a pass on Ray only what it took outlasts its profile: that is what the next one is expected to take. */
function timed(
  { pass, outcome, at }: Extract<Event, { readonly type: 'pass-finished' }>,
  plan: Plan | undefined,
): Event | undefined {
  const run = plan && rayRunOf(plan, pass, outcome);
  return run && { type: 'ray-pass-timed', run, at };
}
