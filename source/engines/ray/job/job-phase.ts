import type { DriverEvent } from '../driver/driver-event.ts';

/** In their order. */
const phases = ['submitting', 'pending', 'starting', 'warming-up', 'running', 'stopping'] as const;

export type JobPhase = (typeof phases)[number];

/** Tells of a phase when it begins, and never of one that has passed. */
export function openPhases(onPhase: (phase: JobPhase) => void) {
  let reached = -1;
  return (phase: JobPhase) => {
    const index = phases.indexOf(phase);
    if (index > reached) {
      reached = index;
      onPhase(phase);
    }
  };
}

/** The phase that begins with an event of the driver. */
export function phaseAfter({ ev }: DriverEvent): JobPhase {
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
