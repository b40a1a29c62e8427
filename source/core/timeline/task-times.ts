import { createLatestCache } from '../latest-cache.ts';
import type { Spans } from '../profile/spans.ts';
import { median } from '../statistics.ts';
import type { Milliseconds } from '../units.ts';

/** How long the tasks of a pass took. */
export type TaskTimes = {
  /** Ascending; at least one. */
  readonly sorted: Float64Array;
  readonly median: Milliseconds;
};

/** The part of the times that a histogram draws, on an axis that is logarithmic where engines differ widely. */
export type TimesAxis = {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly logarithmic: boolean;
};

/** The number of tasks in each bin of an axis, and outside of it. */
export type Histogram = {
  readonly bins: readonly number[];
  readonly shorter: number;
  readonly longer: number;
};

const cached = createLatestCache<Spans, TaskTimes | undefined>();

/** Undefined without tasks. */
export const taskTimesOf = (spans: Spans): TaskTimes | undefined =>
  cached(spans, [], () => timesIn(spans));

function timesIn({ count, start, end }: Spans): TaskTimes | undefined {
  if (count === 0) {
    return undefined;
  }

  const sorted = end.map((last, index) => Math.max(0, last - start[index]!)).toSorted();
  const middle = [Math.floor((count - 1) / 2), Math.ceil((count - 1) / 2)];
  return { sorted, median: median(middle.map((index) => sorted[index]!)) };
}

/** A task is an outlier beyond this many interquartile ranges. Source: Tukey, 1977: "far out". */
const farOut = 3;

/** The axis is never narrower than this share of its middle. */
const narrowest = 0.1;

/** From this ratio of its ends on, an axis is logarithmic. */
const widest = 16;

/** Holds the tasks of every pass but its outliers. Undefined without a pass. */
export function timesAxis(passes: readonly TaskTimes[]): TimesAxis | undefined {
  const ranges = passes.map(usualRange);
  if (ranges.length === 0) {
    return undefined;
  }

  const least = Math.min(...ranges.map(([low]) => low));
  const most = Math.max(...ranges.map(([, high]) => high));
  const logarithmic = least > 0 && most / least >= widest;
  const missing = Math.max(0, narrowest * ((least + most) / 2) - (most - least));
  return {
    from: Math.max(0, least - missing / 2),
    to: Math.max(most + missing / 2, shortest),
    logarithmic,
  };
}

/** Never 0, so that it can be cut into bins. */
const shortest: Milliseconds = 1e-6;

/** The shortest and the longest task, outliers excluded. */
function usualRange({ sorted }: TaskTimes): readonly [least: Milliseconds, most: Milliseconds] {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  const [low, high] = [at(0.25), at(0.75)];
  const beyond = farOut * Math.max(high - low, narrowest * high);
  const first = countBelow(sorted, low - beyond);
  const last = countBelow(sorted, high + beyond, true) - 1;
  return [sorted[first]!, sorted[last]!];
}

/** The times between bins: one more than there are bins. */
export function edgesOf(
  { from, to, logarithmic }: TimesAxis,
  bins: number,
): readonly Milliseconds[] {
  return Array.from({ length: bins + 1 }, (_, index) => {
    const share = index / bins;
    return logarithmic ? from * (to / from) ** share : from + share * (to - from);
  });
}

/** Every bin holds its lower edge; the last one its upper edge, too. */
export function histogramOf({ sorted }: TaskTimes, axis: TimesAxis, bins: number): Histogram {
  const shorter = countBelow(sorted, axis.from);
  const within = countBelow(sorted, axis.to, true);
  const ends = edgesOf(axis, bins).map((edge, index) => {
    const end = index === bins ? within : countBelow(sorted, edge);
    return Math.min(Math.max(end, shorter), within);
  });
  return {
    bins: Array.from({ length: bins }, (_, index) =>
      index === 0 ? ends[1]! - shorter : ends[index + 1]! - ends[index]!,
    ),
    shorter,
    longer: sorted.length - within,
  };
}

/** The number of sorted values below a limit, or also at it; a binary search, since there may be a million. */
function countBelow(sorted: Float64Array, limit: number, inclusive = false): number {
  let [least, most] = [0, sorted.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (sorted[middle]! < limit || (inclusive && sorted[middle] === limit)) {
      least = middle + 1;
    } else {
      most = middle;
    }
  }

  return least;
}
