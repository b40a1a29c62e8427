import type { Event } from '../../core/profile/event.ts';
import type { Plan, PlannedPass } from '../../core/plan/plan.ts';

/** How far a profile has come, seen from outside of the host. */
export type Course = {
  readonly follow: (event: Event) => void;
  readonly hasBegun: () => boolean;
  readonly hasEnded: () => boolean;
  /** Number of passes that have ended. */
  readonly ended: () => number;
  /** The passes that have not ended: the running one, if there is one, then those to come. */
  readonly left: () => readonly PlannedPass[];
  readonly isRunning: () => boolean;
  /** The job of the running pass, if it has one. */
  readonly job: () => string | undefined;
};

export function openCourse({ passes }: Plan): Course {
  let [hasBegun, hasEnded, isRunning] = [false, false, false];
  let ended = 0;
  let job: string | undefined;
  return {
    follow(event) {
      hasBegun ||= event.type === 'profile-started';
      hasEnded ||= event.type === 'profile-finished';
      if (event.type === 'pass-started') {
        isRunning = true;
        job = undefined;
      } else if (event.type === 'phase-changed') {
        job = event.job ?? job;
      } else if (event.type === 'pass-finished') {
        isRunning = false;
        ended++;
      }
    },
    hasBegun: () => hasBegun,
    hasEnded: () => hasEnded,
    ended: () => ended,
    left: () => passes.slice(ended),
    isRunning: () => isRunning,
    job: () => job,
  };
}
