import { byWorker } from '../report/figures/budget.ts';
import type { Span } from '../profile/pass.ts';
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
  spans: readonly Span[],
  workers: readonly PassWorker[],
): TimelineFigures | undefined {
  const tasks = byWorker(spans);
  const busy = workers.flatMap(({ worker }) => {
    const own = tasks.get(worker);
    return own ? [[worker, own] as const] : [];
  });
  if (busy.length === 0) {
    return undefined;
  }

  const gaps = busy.flatMap(([worker, own]) => {
    const length = longestGap(own);
    return length === undefined ? [] : [{ worker, length }];
  });
  const gap = gaps.toSorted((one, other) => other.length - one.length)[0];
  return {
    tasks: boundsOf(workers.map(({ worker }) => tasks.get(worker)?.length ?? 0)),
    starts: boundsOf(
      busy.map(([, own]) => own.reduce((t, { start }) => Math.min(t, start), own[0]!.start)),
    ),
    ends: boundsOf(
      busy.map(([, own]) => own.reduce((t, { end }) => Math.max(t, end), own[0]!.end)),
    ),
    ...(gap ? { gap } : {}),
  };
}

function longestGap(spans: readonly Span[]): Milliseconds | undefined {
  const [first, ...others] = spans.toSorted((one, other) => one.start - other.start);
  let end = first!.end;
  let longest: Milliseconds | undefined;
  for (const span of others) {
    longest = Math.max(longest ?? 0, span.start - end);
    end = Math.max(end, span.end);
  }

  return longest;
}

const boundsOf = (values: readonly number[]): Bounds =>
  values.reduce(
    ({ least, most }, value) => ({ least: Math.min(least, value), most: Math.max(most, value) }),
    { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY },
  );
