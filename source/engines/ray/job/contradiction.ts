import type { Milliseconds } from '../../../core/units.ts';
import { longest } from '../driver/possible.ts';
import { durationsOf, type PostTimes } from './durations.ts';
import { eventsNamed, type TimedEvent } from './job-record.ts';

/** A node's clock is known as well as its messages are fast, and this machine may have slept. */
const slack: Milliseconds = 60_000;
/** Two clocks may run at speeds this far apart. */
const drift = 0.01;

export type Bounds = { readonly tasks: number; readonly times: PostTimes };

/** What of a finished job's events contradicts the others, the number of its tasks or our clock; undefined if nothing does. */
export const contradictionIn = (
  events: readonly TimedEvent[],
  { tasks, times }: Bounds,
): string | undefined =>
  backwards(events) ??
  tooFast(events, times) ??
  misplaced(events) ??
  unknownTask(events, tasks) ??
  wrongDuration(events, times);

/** The driver's clock never goes back. */
function backwards(events: readonly TimedEvent[]): string | undefined {
  const index = events.findIndex(({ event }, at) => at > 0 && event.ts < events[at - 1]!.event.ts);
  return index < 0 ? undefined : `${events[index]!.event.ev} comes before the event before it`;
}

/** No more time passes there than here. */
function tooFast(events: readonly TimedEvent[], { posted }: PostTimes): string | undefined {
  const [first, last] = [events[0], events.at(-1)];
  const there = first && last ? last.event.ts - first.event.ts : 0;
  const here = last ? last.at - posted : 0;
  return there > here * (1 + drift) + slack ? `it ran for ${Math.round(there)} ms` : undefined;
}

/** Tasks run after the driver has begun, and end before their result is told. */
function misplaced(events: readonly TimedEvent[]): string | undefined {
  const began = (events[0]?.event.ts ?? 0) - slack;
  const wrong = eventsNamed(events, 'result').find(
    ({ startMs, endMs, ts }) => startMs < began || endMs > ts + slack,
  );
  return wrong && `task ${wrong.task} ran from ${wrong.startMs} to ${wrong.endMs}`;
}

function unknownTask(events: readonly TimedEvent[], tasks: number): string | undefined {
  const wrong = eventsNamed(events, 'result').find(({ task }) => task >= tasks);
  return wrong && `a result of task ${wrong.task}, of ${tasks}`;
}

function wrongDuration(events: readonly TimedEvent[], times: PostTimes): string | undefined {
  const durations = Object.entries(durationsOf(events, times));
  const wrong = durations.find(([, time]) => !(time >= 0 && time <= longest));
  return wrong && `${wrong[0]} is ${wrong[1]} ms`;
}
