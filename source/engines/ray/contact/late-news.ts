import type { Milliseconds } from '../../../core/units.ts';
import type { PostTimes } from '../job/durations.ts';
import { findEvent, type TimedEvent } from '../job/job-record.ts';

export type News = { readonly events: readonly TimedEvent[]; readonly times: PostTimes };

/** Of the request that was answered, and whether another one went before it. */
export type SubmitTimes = PostTimes & { readonly repeated: boolean };

/**
 * The times of a job without those of an outage. Where one hid the driver's first line, the line was written no later
 * than Ray's own record allows: the head took the job before we had its answer, and the driver runs on the head. Where
 * the answer to the submission was lost and a later one counts, the job has begun before it.
 */
export function withoutOutage({ events, times }: News, takenAt: Milliseconds | undefined): News {
  const first = findEvent(events, 'hello');
  if (!first) {
    return { events, times };
  }

  // One that Ray took only after its first line cannot be.
  const isKnown = takenAt !== undefined && takenAt <= first.event.ts;
  const bound = isKnown ? times.answered - takenAt : Infinity;
  const ahead = events.reduce((least, { event, at }) => Math.min(least, at - event.ts), bound);
  const began = first.event.ts + ahead;
  const answered = Math.min(times.answered, began - first.event.importMs);
  return {
    events: events.map((one) => (one === first ? { ...one, at: Math.min(one.at, began) } : one)),
    times: { posted: times.posted + answered - times.answered, answered },
  };
}
