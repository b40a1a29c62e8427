import { byWorker, greatest, least } from '../profile/span-times.ts';
import type { Spans } from '../profile/spans.ts';
import type { Milliseconds } from '../units.ts';
import type { PassWorker } from './worker-groups.ts';

/** Numbers of a timeline, as ranges over its workers. */
export type TimelineFigures = {
  /** Tasks per worker. */
  readonly tasks: Bounds;
  /** When workers start their first task; only those that have one. */
  readonly starts: Bounds;
  /** When they end their last one. */
  readonly ends: Bounds;
  /** The longest time between two tasks of one worker; absent if none has two. */
  readonly gap?: { readonly length: Milliseconds; readonly worker: number };
};

type Bounds = { readonly least: number; readonly most: number };

/** Undefined without tasks. */
export function timelineFigures(
  spans: Spans,
  workers: readonly PassWorker[],
): TimelineFigures | undefined {
  const tasks = byWorker(spans);
  const busy = workers.flatMap(({ worker }) => {
    const own = tasks.get(worker);
    return own ? [{ worker, ...passOfWorker(spans, own) }] : [];
  });
  if (busy.length === 0) {
    return undefined;
  }

  const gaps = busy.flatMap(({ worker, gap: length }) =>
    length === undefined ? [] : [{ worker, length }],
  );
  const gap = gaps.toSorted((one, other) => other.length - one.length)[0];
  return {
    tasks: boundsOf(workers.map(({ worker }) => tasks.get(worker)?.length ?? 0)),
    starts: boundsOf(busy.map(({ start }) => start)),
    ends: boundsOf(busy.map(({ end }) => end)),
    ...(gap ? { gap } : {}),
  };
}

type PassOfWorker = {
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  /** The longest time between two tasks; undefined with a single one. */
  readonly gap: Milliseconds | undefined;
};

/** @param tasks In the order in which they started; at least one. */
function passOfWorker({ start, end }: Spans, tasks: Uint32Array): PassOfWorker {
  const first = tasks[0]!;
  let latest = end[first]!;
  let gap: Milliseconds | undefined;
  for (let place = 1; place < tasks.length; place++) {
    const task = tasks[place]!;
    gap = Math.max(gap ?? 0, start[task]! - latest);
    latest = Math.max(latest, end[task]!);
  }

  return { start: start[first]!, end: latest, gap };
}

const boundsOf = (values: readonly number[]): Bounds => ({
  least: least(values),
  most: greatest(values),
});
