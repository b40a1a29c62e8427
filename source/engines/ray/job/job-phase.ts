import { rayPhases, type RayPhase } from '../../../core/plan/ray.ts';
import type { DriverEvent } from '../driver/driver-event.ts';

/** Returns a function that reports a phase when it begins, and ignores phases that have passed. */
export function phaseReporter(onPhase: (phase: RayPhase) => void) {
  let current = -1;
  return (phase: RayPhase) => {
    const index = rayPhases.indexOf(phase);
    if (index > current) {
      current = index;
      onPhase(phase);
    }
  };
}

/** Returns the phase that the driver's next event belongs to. */
export function openPhases(): (event: DriverEvent) => RayPhase {
  let isQueued = false;
  return (event) => {
    if (event.ev === 'cluster') {
      isQueued = event.free < 1;
    } else if (event.ev === 'started' || (event.ev === 'warm' && event.ready > 0)) {
      isQueued = false;
    }

    return isQueued && queues.has(event.ev) ? 'queued' : phaseOf(event);
  };
}

/** Events of a job that may not have a CPU yet. */
const queues: ReadonlySet<DriverEvent['ev']> = new Set(['cluster', 'warm', 'submitted']);

function phaseOf({ ev }: DriverEvent): RayPhase {
  switch (ev) {
    case 'here':
    case 'row':
    case 'hello':
    case 'nopython':
      return 'starting';
    case 'cluster':
    case 'warm':
      return 'warming-up';
    case 'submitted':
    case 'started':
    case 'result':
    case 'failed':
    case 'serial':
      return 'running';
    case 'progress':
    case 'end':
      // These occur in every phase, so they imply only the first.
      return 'starting';
  }
}
