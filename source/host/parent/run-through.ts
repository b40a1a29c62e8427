import type { ProfileEvent } from '../../core/profile/event.ts';
import { failureOf, type Failure } from '../../core/failure.ts';
import type { PassOutcome } from '../../core/profile/pass.ts';
import type { Course } from './course.ts';
import { HostDiedError } from './line.ts';

export type RunThroughRequest = {
  /** Where the profile stands; it follows every event, the told ones too. */
  readonly course: Course;
  /** Has a host run what is left of the plan. */
  readonly attempt: () => Promise<void>;
  readonly tell: (event: ProfileEvent) => void;
  readonly signal: AbortSignal;
};

/** A second death ends the profile: whatever kills hosts would kill the next one as well. */
const mostAttempts = 2;

/** Runs a profile to its end, on another host if the first one dies. Rejects if it could not even begin. */
export async function runThrough(request: RunThroughRequest): Promise<void> {
  const { course, attempt, tell, signal } = request;
  for (let attempts = 1; ; attempts++) {
    const error: unknown = await attempt().catch((thrown: unknown) => thrown);
    if (error === undefined || course.hasEnded()) {
      return;
    }

    const isLast = attempts === mostAttempts || !(error instanceof HostDiedError);
    if (!course.hasBegun() && isLast) {
      throw error;
    }

    afterDeath(course, failureOf(error), { isLast, isCancelled: signal.aborted }).forEach(tell);
    if (course.hasEnded()) {
      return;
    }
  }
}

type Situation = {
  /** No other host is started. */
  readonly isLast: boolean;
  readonly isCancelled: boolean;
};

/** What a death did to a profile: it lost a pass, the running one or the one to come, and perhaps all the others. */
function afterDeath(
  course: Course,
  failure: Failure,
  { isLast, isCancelled }: Situation,
): readonly ProfileEvent[] {
  if (!course.hasBegun()) {
    return [];
  }

  const [pass, next] = course.left();
  const outcome: PassOutcome = isCancelled
    ? { status: 'cancelled' }
    : { status: 'failed', failure: lossOf(course, failure) };
  const isOver = isLast || isCancelled || !next;
  return [
    ...(pass ? [{ type: 'pass-finished', pass, outcome } as const] : []),
    ...(isOver ? [{ type: 'profile-finished', interrupted: isCancelled } as const] : []),
  ];
}

/** Names the pass that was lost. */
function lossOf(course: Course, failure: Failure): Failure {
  const [pass] = course.left();
  const where = pass && `${course.isRunning() ? 'in' : 'before'} ${pass.case}, round ${pass.round}`;
  return where === undefined
    ? failure
    : { ...failure, message: failure.message.replace(/\.$/, `, ${where}.`) };
}
