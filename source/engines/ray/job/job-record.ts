import { spanOf } from '../../../core/profile/span-times.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { DriverEvent, EventNamed } from '../driver/driver-event.ts';

/** An event and when it arrived, on our clock. */
export type TimedEvent = { readonly event: DriverEvent; readonly at: Milliseconds };

/** A task that the cluster has finished. */
export type FinishedTask = {
  readonly task: number;
  readonly node: string;
  readonly worker: string;
  readonly host: string;
  /** On the driver's clock, like `end`. */
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  readonly onCpu: Milliseconds;
  readonly faults?: number;
  /** From the task's submission to its start. */
  readonly queued: Milliseconds;
  readonly nice: number;
  readonly digest: string;
  readonly kept?: string;
};

/** Where a job's time went; each part is measured on a single clock. */
export type JobDurations = {
  /** The POST request. */
  readonly submit: Milliseconds;
  /** From the POST's answer to the driver's first line, minus the imports before that line. Our clock. */
  readonly pending: Milliseconds;
  /** From the start of the driver's imports to its connection with the cluster. Its clock. */
  readonly driverStart: Milliseconds;
  /** The tasks that only start workers. The driver's clock. */
  readonly warmUp: Milliseconds;
  /** From the first task's start to the last one's end. The driver's clock. */
  readonly span: Milliseconds;
  /** The remaining part of the wall time. */
  readonly rest: Milliseconds;
  /** From the POST to the driver's `end`, without the serial tasks. Our clock. */
  readonly wall: Milliseconds;
};

const isNamed =
  <Name extends DriverEvent['ev']>(name: Name) =>
  (one: TimedEvent): one is TimedEvent & { readonly event: EventNamed<Name> } =>
    one.event.ev === name;

export const findEvent = <Name extends DriverEvent['ev']>(
  events: readonly TimedEvent[],
  name: Name,
) => events.find(isNamed(name));

export const eventsNamed = <Name extends DriverEvent['ev']>(
  events: readonly TimedEvent[],
  name: Name,
): readonly EventNamed<Name>[] => events.filter(isNamed(name)).map(({ event }) => event);

/** Every finished task with its result and its worker, by task number. */
export function finishedTasks(events: readonly TimedEvent[]): readonly FinishedTask[] {
  const started = new Map(eventsNamed(events, 'started').map((event) => [event.task, event]));
  const results = new Map(eventsNamed(events, 'result').map((event) => [event.task, event]));
  return [...results.values()]
    .toSorted((one, other) => one.task - other.task)
    .flatMap(({ task, startMs, endMs, cpuMs, faults, digest, kept }) => {
      const place = started.get(task);
      return place
        ? {
            task,
            node: place.node,
            worker: place.worker,
            host: place.host,
            start: startMs,
            end: endMs,
            onCpu: cpuMs,
            ...(faults === undefined ? {} : { faults }),
            queued: place.queueMs,
            nice: place.nice,
            digest,
            ...(kept === undefined ? {} : { kept }),
          }
        : [];
    });
}

/** When the POST was sent and answered, on our clock. */
export type PostTimes = { readonly posted: Milliseconds; readonly answered: Milliseconds };

/** Parts that the driver did not report count as 0. */
export function durationsOf(events: readonly TimedEvent[], times: PostTimes): JobDurations {
  const hello = findEvent(events, 'hello');
  const cluster = findEvent(events, 'cluster')?.event;
  const submitted = findEvent(events, 'submitted')?.event;
  const end = findEvent(events, 'end');
  const importing = hello?.event.importMs ?? 0;

  const submit = times.answered - times.posted;
  const firstLine = hello ? writeTime(hello, end) - times.answered : 0;
  const pending = Math.max(0, firstLine - importing);
  const driverStart = importing + (cluster?.initMs ?? 0);
  const warmUp = cluster && submitted ? submitted.ts - cluster.ts : 0;
  const results = eventsNamed(events, 'result');
  const span = spanOf({
    start: results.map(({ startMs }) => startMs),
    end: results.map(({ endMs }) => endMs),
  });
  const waited = (end?.at ?? times.answered) - times.posted - timeAfterTasks(events);
  const parts = submit + pending + driverStart + warmUp + span;
  const rest = Math.max(0, waited - parts);
  // Two clocks differ a little: a pass is never shorter than its parts.
  const wall = parts + rest;
  return { submit, pending, driverStart, warmUp, span, rest, wall };
}

/** When the first line was written, on our clock. It may arrive late, because reading starts late; the last line shows by how much. */
const writeTime = (first: TimedEvent, last: TimedEvent | undefined): Milliseconds =>
  last ? Math.min(first.at, last.at - (last.event.ts - first.event.ts)) : first.at;

/** Only the serial tasks run between the last result or failure and `end`. The driver's clock. */
function timeAfterTasks(events: readonly TimedEvent[]): Milliseconds {
  const lastTask = events.findLast(
    ({ event: { ev } }) => ev === 'result' || ev === 'failed',
  )?.event;
  const end = findEvent(events, 'end')?.event;
  return lastTask && end ? end.ts - lastTask.ts : 0;
}
