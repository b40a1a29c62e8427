import { rayPhases, type RayPhase } from '../../../core/plan/ray.ts';
import type { DriverEvent } from '../driver/driver-event.ts';

/** Tells of a phase when it begins, and never of one that has passed. */
export function openPhases(onPhase: (phase: RayPhase) => void) {
  let reached = -1;
  return (phase: RayPhase) => {
    const index = rayPhases.indexOf(phase);
    if (index > reached) {
      reached = index;
      onPhase(phase);
    }
  };
}

/** The phase that begins with an event of the driver. */
export function phaseAfter({ ev }: DriverEvent): RayPhase {
  switch (ev) {
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
      // A sign of life, or a last word, comes in any of them.
      return 'starting';
  }
}
