import type { Event } from '../profile/event.ts';
import type { Span } from '../profile/pass.ts';

type PassFinished = Extract<Event, { readonly type: 'pass-finished' }>;

/** What outlasts a profile, and the events that tell it: the later one counts. */
const subjects: Readonly<Partial<Record<Event['type'], string>>> = {
  'machine-detected': 'machine',
  'load-sampled': 'load',
  calibrated: 'calibration',
  'calibration-failed': 'failed calibration',
  'cluster-sought': 'cluster',
  'cluster-reached': 'cluster',
  'cluster-missed': 'cluster',
  'pass-finished': 'pass on Ray',
};

/** The events that still hold: folded from nothing, they give the state without its profile. */
export function sceneAfter(scene: readonly Event[], event: Event): readonly Event[] {
  const told = event.type === 'pass-finished' ? outlined(event) : event;
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

/** A pass on Ray says what the next one is expected to take, by its wall and its span alone. */
function outlined(event: PassFinished): PassFinished | undefined {
  const { outcome } = event;
  return outcome.status === 'finished' && outcome.ray
    ? { ...event, outcome: { ...outcome, spans: outlineOf(outcome.spans) } }
    : undefined;
}

/** The span that starts first and the one that ends last: as long as all of them. */
function outlineOf([first, ...others]: readonly Span[]): readonly Span[] {
  if (!first) {
    return [];
  }

  const earliest = others.reduce((one, span) => (span.start < one.start ? span : one), first);
  const latest = others.reduce((one, span) => (span.end > one.end ? span : one), first);
  return [earliest, latest];
}
