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
