import type { Milliseconds } from '../units.ts';
import { timeAt, type Spans, type TimeName } from './spans.ts';

/** When tasks started and ended. */
export type Timed = {
  readonly start: ArrayLike<Milliseconds>;
  readonly end: ArrayLike<Milliseconds>;
};

/** From the start of the first task to the end of the last; 0 without tasks. */
export const spanOf = ({ start, end }: Timed): Milliseconds =>
  start.length === 0 ? 0 : greatest(end) - least(start);

/** Infinity without values. */
export function least(values: ArrayLike<number>): number {
  let found = Number.POSITIVE_INFINITY;
  for (let index = 0; index < values.length; index++) {
    found = Math.min(found, values[index]!);
  }

  return found;
}

/** -Infinity without values. */
export function greatest(values: ArrayLike<number>): number {
  let found = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index++) {
    found = Math.max(found, values[index]!);
  }

  return found;
}

/** Core time spent in tasks: Σ of their durations. */
export function timeIn({ start, end }: Timed): Milliseconds {
  let total = 0;
  for (let index = 0; index < start.length; index++) {
    total += end[index]! - start[index]!;
  }

  return total;
}

/** Sum of a time of all tasks; NaN if one of them does not have it. */
export function totalOf(spans: Spans, name: TimeName): Milliseconds {
  let total = 0;
  for (let index = 0; index < spans.count; index++) {
    total += timeAt(spans, name, index);
  }

  return total;
}

/** The indices of every worker's tasks, in the order in which these started. Workers come as they first appear. */
export function byWorker({ worker, start }: Spans): ReadonlyMap<number, Uint32Array> {
  const counts = new Map<number, number>();
  for (const one of worker) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }

  const found = new Map([...counts].map(([one, count]) => [one, new Uint32Array(count)] as const));
  for (let index = worker.length - 1; index >= 0; index--) {
    const one = worker[index]!;
    const place = counts.get(one)! - 1;
    found.get(one)![place] = index;
    counts.set(one, place);
  }

  found.forEach((tasks) => sortBy(start, tasks));
  return found;
}

/** Sorts indices by their values. Most are in order already, and sorting a million takes a second. */
function sortBy(values: ArrayLike<number>, indices: Uint32Array): void {
  const isAfter = (index: number, place: number) =>
    place > 0 && values[index]! < values[indices[place - 1]!]!;
  if (indices.some(isAfter)) {
    indices.sort((one, other) => values[one]! - values[other]! || one - other);
  }
}
