import type { Share } from './units.ts';

/** Below this many samples an interval makes no claim. */
export const fewestRepeats = 5;

const wantedCoverage = 0.95;
const outlierScore = 3.5;
/** Makes the median absolute deviation agree with the standard deviation of a normal distribution. */
const normalConsistency = 1.4826;

export type Interval = {
  readonly low: number;
  readonly high: number;
  /** Probability that the interval holds the true median; absent where it makes no claim. */
  readonly coverage?: number;
};

/** The middle of at least one sample; of an even number the mean of the two in the middle. */
export function median(samples: readonly number[]): number {
  const sorted = ascending(samples);
  const middle = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
}

/** Of what has a value each: the one whose value is the median, of an even number the lower of the two in the middle. */
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
 * or the whole range where none is; below 5 samples the range without a claim.
 * Source: David & Nagaraja, Order Statistics, 7.1.
 */
export function medianInterval(samples: readonly number[]): Interval {
  const sorted = ascending(samples);
  const count = sorted.length;
  if (count < fewestRepeats) {
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

/** By how much the further end of an interval is off its median, as a part of that. */
export const spreadOf = (middle: number, { low, high }: Interval): Share =>
  Math.max(high / middle - 1, 1 - low / middle);

/** Indices of samples whose modified z-score |x − median| / (1.4826 · MAD) is above 3.5. Source: Iglewicz & Hoaglin, 1993. */
export function outliers(samples: readonly number[]): readonly number[] {
  if (samples.length < fewestRepeats) {
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
