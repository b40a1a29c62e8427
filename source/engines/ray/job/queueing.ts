import type { QueueWaits, RayQueueing } from '../../../core/plan/ray.ts';
import { least } from '../../../core/profile/span-times.ts';
import { quantileOf } from '../../../core/statistics.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { eventsNamed, findEvent, type TimedEvent } from './job-record.ts';

/** The time between the connection to the cluster and the first task, on the driver's clock. */
export type BeforeTasks = {
  /** Until Ray gave the job the CPUs that it waited for. */
  readonly queued: Milliseconds;
  /** Starting workers, and the empty tasks that do so. */
  readonly warmUp: Milliseconds;
};

/** A worker that starts because of a task is no queueing: its process exists for no longer than the CPU is ours. */
export function beforeTasks(events: readonly TimedEvent[]): BeforeTasks {
  const cluster = findEvent(events, 'cluster')?.event;
  const submitted = findEvent(events, 'submitted')?.event;
  if (!cluster || !submitted) {
    return { queued: 0, warmUp: 0 };
  }

  const whole = Math.max(0, submitted.ts - cluster.ts);
  const warm = eventsNamed(events, 'warm').at(-1);
  const inWarmUp = Math.min(whole, warm?.queueMs ?? 0);
  const first = firstTask(events);
  const wait = Math.max(0, (first?.start ?? submitted.ts) - submitted.ts);
  // Where the warm-up has started workers, the first task has one of those.
  const starting = warm && warm.ready > 0 ? 0 : Math.min(wait, first?.starting ?? 0);
  return { queued: inWarmUp + wait - starting, warmUp: whole - inWarmUp + starting };
}

/** When the first task started, and how long its worker took to start if it did so for this task. */
function firstTask(events: readonly TimedEvent[]) {
  const results = eventsNamed(events, 'result');
  if (results.length === 0) {
    return undefined;
  }

  const start = least(results.map(({ startMs }) => startMs));
  const task = results.find(({ startMs }) => startMs === start)?.task;
  const started = eventsNamed(events, 'started').find((event) => event.task === task);
  const { queueMs = 0, ageMs = Number.POSITIVE_INFINITY } = started ?? {};
  return { start, starting: ageMs < queueMs ? ageMs : 0 };
}

/** How long the tasks waited, and whether the warm-up gave up waiting for its workers. */
export function queueingOf(events: readonly TimedEvent[]): RayQueueing {
  const waits = eventsNamed(events, 'started').map(({ queueMs }) => queueMs);
  const warm = eventsNamed(events, 'warm').at(-1);
  return {
    ...(waits.length > 0 ? { queue: quantilesOf(waits) } : {}),
    ...(warm?.free === undefined
      ? {}
      : { warmUpGaveUp: { ready: warm.ready, of: warm.of, free: warm.free } }),
  };
}

const quantilesOf = (waits: readonly Milliseconds[]): QueueWaits => ({
  p50: quantileOf(waits, 0.5),
  p95: quantileOf(waits, 0.95),
  most: quantileOf(waits, 1),
});
