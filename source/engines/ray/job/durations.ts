import { least, spanOf } from '../../../core/profile/span-times.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { eventsNamed, findEvent, type TimedEvent } from './job-record.ts';
import { beforeTasks } from './queueing.ts';

/** Where a job's time went; each part is measured on a single clock. */
export type JobDurations = {
  /** The POST request. */
  readonly submit: Milliseconds;
  /** From the POST's answer to the driver's first line, minus the imports before that line. Our clock. */
  readonly pending: Milliseconds;
  /** From the start of the driver's imports to its connection with the cluster. Its clock. */
  readonly driverStart: Milliseconds;
  /** Until the cluster gave the job the CPUs that it waited for. The driver's clock. */
  readonly queued: Milliseconds;
  /** Starting workers. The driver's clock. */
  readonly warmUp: Milliseconds;
  /** From the first task's start to the last one's end. The driver's clock. */
  readonly span: Milliseconds;
  /** The remaining part of the wall time. */
  readonly rest: Milliseconds;
  /** `submit` and the time to the driver's first line on our clock, and from there to its `end` on its clock, without the serial tasks. */
  readonly wall: Milliseconds;
  /** From the driver's `end` to its arrival here; part of nothing. */
  readonly lag: Milliseconds;
};

/** When the POST was sent and answered, on our clock. */
export type PostTimes = { readonly posted: Milliseconds; readonly answered: Milliseconds };

/** Parts that the driver did not report count as 0. */
export function durationsOf(events: readonly TimedEvent[], times: PostTimes): JobDurations {
  const hello = findEvent(events, 'hello')?.event;
  const cluster = findEvent(events, 'cluster')?.event;
  const end = findEvent(events, 'end');
  const importing = hello?.importMs ?? 0;
  const ahead = clockAhead(events);

  const submit = times.answered - times.posted;
  const firstLine = hello ? hello.ts + ahead - times.answered : 0;
  const pending = Math.max(0, firstLine - importing);
  const driverStart = importing + (cluster?.initMs ?? 0);
  const before = beforeTasks(events);
  const results = eventsNamed(events, 'result');
  const span = spanOf({
    start: results.map(({ startMs }) => startMs),
    end: results.map(({ endMs }) => endMs),
  });
  const ended = end ? end.event.ts + ahead : times.answered;
  const whole = ended - times.posted - timeAfterTasks(events);
  const parts = submit + pending + driverStart + before.queued + before.warmUp + span;
  const rest = Math.max(0, whole - parts);
  // Two clocks differ a little: a pass is never shorter than its parts.
  const wall = parts + rest;
  return {
    submit,
    pending,
    driverStart,
    ...before,
    span,
    rest,
    wall,
    // Sums of large numbers are rounded.
    lag: end ? Math.max(0, end.at - ended) : 0,
  };
}

/**
 * How far our clock is ahead of the driver's, as its fastest line shows. Lines arrive late where reading starts late, where
 * the connection was lost, and where many come at once: none of that may count as time of the driver.
 */
const clockAhead = (events: readonly TimedEvent[]): Milliseconds =>
  least(
    events.filter(({ event }) => event.ev !== 'nopython').map(({ event, at }) => at - event.ts),
  );

/** Only the serial tasks run between the last result or failure and `end`. The driver's clock. */
function timeAfterTasks(events: readonly TimedEvent[]): Milliseconds {
  const lastTask = events.findLast(
    ({ event: { ev } }) => ev === 'result' || ev === 'failed',
  )?.event;
  const end = findEvent(events, 'end')?.event;
  return lastTask && end ? end.ts - lastTask.ts : 0;
}
