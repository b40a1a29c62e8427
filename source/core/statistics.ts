import type { Share } from './units.ts';

/** With fewer samples an interval has no coverage. */
export const fewestRounds = 5;

const wantedCoverage = 0.95;
const outlierScore = 3.5;
/** Scales the median absolute deviation to the standard deviation of a normal distribution. */
const normalConsistency = 1.4826;

export type Interval = {
  readonly low: number;
  readonly high: number;
  /** Probability that the interval contains the true median; absent below `fewestRounds` samples. */
  readonly coverage?: number;
};

/** Throws without samples; for an even number the mean of the two in the middle. */
export function median(samples: readonly number[]): number {
  const sorted = ascending(samples);
  const middle = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
}

/** The quantile by nearest rank: always one of the samples. Throws without samples. */
export const quantileOf = (samples: readonly number[], share: Share): number =>
  at(ascending(samples), Math.max(0, Math.ceil(share * samples.length) - 1));

/** The item with the median value; for an even number the lower of the two in the middle. */
export function lowerMedian<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => number,
): Item | undefined {
  const inOrder = items.toSorted((one, other) => valueOf(one) - valueOf(other));
  return inOrder[Math.floor((inOrder.length - 1) / 2)];
}

/**
 * Interval of the median from order statistics: exact, whatever the distribution.
 * [x₍ₖ₎, x₍R+1−k₎] with the largest k whose coverage 1 − 2·Σ_{i<k} C(R, i)/2^R is at least 95 %,
 * or the whole range if there is no such k; below 5 samples the range without a coverage.
 * Source: David & Nagaraja, Order Statistics, 7.1.
 */
export function medianInterval(samples: readonly number[]): Interval {
  const sorted = ascending(samples);
  const count = sorted.length;
  if (count < fewestRounds) {
    return { low: at(sorted, 0), high: at(sorted, count - 1) };
  }

  const { rank, coverage } = medianRank(count);
  return { low: at(sorted, rank - 1), high: at(sorted, count - rank), coverage };
}

function medianRank(count: number): { rank: number; coverage: number } {
  let rank = 1;
  let coverage = 1 - 2 * 2 ** -count;
  for (let term = 2 ** -count; ; rank++) {
    term *= (count - rank + 1) / rank;
    const next = coverage - 2 * term;
    if (next < wantedCoverage) {
      return { rank, coverage };
    }

    coverage = next;
  }
}

/** Distance from the median to the further end of its interval, as a share of the median. */
export const spreadOf = (middle: number, { low, high }: Interval): Share =>
  Math.max(high / middle - 1, 1 - low / middle);

/**
 * Indices of samples whose modified z-score |x − median| / (1.4826 · MAD) is above 3.5.
 * Source: Iglewicz & Hoaglin, 1993.
 */
export function outliers(samples: readonly number[]): readonly number[] {
  if (samples.length < fewestRounds) {
    return [];
  }

  const middle = median(samples);
  const deviations = samples.map((sample) => Math.abs(sample - middle));
  const scale = normalConsistency * median(deviations);
  return [...deviations.keys()].filter((index) => at(deviations, index) > outlierScore * scale);
}

const ascending = (samples: readonly number[]): readonly number[] =>
  samples.toSorted((a, b) => a - b);

function at(samples: readonly number[], index: number): number {
  const sample = samples[index];
  if (sample === undefined) {
    throw new RangeError('statistics of no samples at all');
  }

  return sample;
}
