import { spanOf } from '../../../core/profile/pass.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { DriverEvent, EventNamed } from '../driver/driver-event.ts';

/** An event and when it arrived, on our clock. */
export type Heard = { readonly event: DriverEvent; readonly at: Milliseconds };

/** A task that the cluster finished. */
export type FinishedTask = {
  readonly task: number;
  readonly node: string;
  readonly worker: string;
  readonly host: string;
  /** On the driver's clock, as `end`. */
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  readonly onCpu: Milliseconds;
  /** From the task's submission to its start. */
  readonly queued: Milliseconds;
  readonly nice: number;
  readonly digest: string;
  readonly kept?: string;
};

/** Where a job's time went; each part on one clock. */
export type JobDurations = {
  /** The POST. */
  readonly submit: Milliseconds;
  /** From the POST's answer to the driver's first line, less the imports that the line tells of. Our clock. */
  readonly pending: Milliseconds;
  /** From the start of the driver's imports to its connection with the cluster. Its clock. */
  readonly driverStart: Milliseconds;
  /** The wave of empty tasks. The driver's clock. */
  readonly warmUp: Milliseconds;
  /** From the first task's start to the last one's end. The driver's clock. */
  readonly span: Milliseconds;
  /** What is left of the wall. */
  readonly rest: Milliseconds;
  /** From the POST to the driver's `end`, the serial tasks left out. Our clock. */
  readonly wall: Milliseconds;
};

const isNamed =
  <Name extends DriverEvent['ev']>(name: Name) =>
  (one: Heard): one is Heard & { readonly event: EventNamed<Name> } =>
    one.event.ev === name;

export const heardOf = <Name extends DriverEvent['ev']>(heard: readonly Heard[], name: Name) =>
  heard.find(isNamed(name));

export const allOf = <Name extends DriverEvent['ev']>(
  heard: readonly Heard[],
  name: Name,
): readonly EventNamed<Name>[] => heard.filter(isNamed(name)).map(({ event }) => event);

/** Every task with its result and the worker that it ran on, in the order of their numbers. */
export function finishedTasks(heard: readonly Heard[]): readonly FinishedTask[] {
  const started = new Map(allOf(heard, 'started').map((event) => [event.task, event]));
  const results = new Map(allOf(heard, 'result').map((event) => [event.task, event]));
  return [...results.values()]
    .toSorted((one, other) => one.task - other.task)
    .flatMap(({ task, startMs, endMs, cpuMs, digest, kept }) => {
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
            queued: place.queueMs,
            nice: place.nice,
            digest,
            ...(kept === undefined ? {} : { kept }),
          }
        : [];
    });
}

/** When the POST went out and when it was answered, on our clock. */
export type PostTimes = { readonly posted: Milliseconds; readonly answered: Milliseconds };

/** What the driver never told counts as no time. */
export function durationsOf(heard: readonly Heard[], times: PostTimes): JobDurations {
  const hello = heardOf(heard, 'hello');
  const cluster = heardOf(heard, 'cluster')?.event;
  const submitted = heardOf(heard, 'submitted')?.event;
  const end = heardOf(heard, 'end');
  const importing = hello?.event.importMs ?? 0;

  const submit = times.answered - times.posted;
  const firstLine = hello ? writtenAt(hello, end) - times.answered : 0;
  const pending = Math.max(0, firstLine - importing);
  const driverStart = importing + (cluster?.initMs ?? 0);
  const warmUp = cluster && submitted ? submitted.ts - cluster.ts : 0;
  const span = spanOf(
    allOf(heard, 'result').map(({ startMs, endMs }) => ({ start: startMs, end: endMs })),
  );
  const wall = (end?.at ?? times.answered) - times.posted - afterTasks(heard);
  const rest = Math.max(0, wall - submit - pending - driverStart - warmUp - span);
  return { submit, pending, driverStart, warmUp, span, rest, wall };
}

/** On our clock. A first line may come late, for it is only then that somebody begins to read; the last one tells by how much. */
const writtenAt = (first: Heard, last: Heard | undefined): Milliseconds =>
  last ? Math.min(first.at, last.at - (last.event.ts - first.event.ts)) : first.at;

/** The serial tasks run between the last result or failure and `end`, and nothing else does. The driver's clock. */
function afterTasks(heard: readonly Heard[]): Milliseconds {
  const settled = heard.findLast(({ event: { ev } }) => ev === 'result' || ev === 'failed')?.event;
  const end = heardOf(heard, 'end')?.event;
  return settled && end ? end.ts - settled.ts : 0;
}
