import { fewestRounds, lowerMedian, medianInterval, type Interval } from '../../statistics.ts';
import type { Walls } from '../../profile/state.ts';
import type { Share } from '../../units.ts';

/** A smaller difference is never a win, however certain. */
const smallestWin = 0.02;

/** Two cases whose whole interval lies within these bounds are the same. */
const sameFrom = 0.95;
const sameTo = 1.05;

export const outcomes = ['faster', 'slower', 'same', 'undecided', 'too-few-rounds'] as const;

export type Outcome = (typeof outcomes)[number];

/** The name of the method, as reports state it. */
export const estimator = 'median-of-ratios';

export type Speedup = Interval & {
  /** S: the median of the rounds' ratios; of an even number of rounds the lower of the two in the middle. */
  readonly value: number;
  /** The typical round: the one whose ratio is S. */
  readonly round: number;
  readonly outcome: Outcome;
  /** Rounds that both cases finished. */
  readonly pairs: number;
};

/**
 * Speed-up of `walls` over `reference`, from the ratio of every round that has both: interleaved rounds are pairs, in
 * which a drift of the machine cancels. The interval is the order-statistics interval of those ratios, which always
 * contains the value. Undefined if no round has both.
 */
export function speedup(reference: Walls, walls: Walls): Speedup | undefined {
  const ratios = [...walls].flatMap(([round, wall]) => {
    const before = reference.get(round);
    return before === undefined ? [] : [{ round, ratio: before / wall }];
  });
  const typical = lowerMedian(ratios, ({ ratio }) => ratio);
  if (!typical) {
    return undefined;
  }

  const interval = medianInterval(ratios.map(({ ratio }) => ratio));
  const pairs = ratios.length;
  const { ratio: value, round } = typical;
  return { ...interval, value, round, pairs, outcome: outcomeOf(value, interval, pairs) };
}

function outcomeOf(value: number, { low, high }: Interval, pairs: number): Outcome {
  if (pairs < fewestRounds) {
    return 'too-few-rounds';
  }

  const excludesOne = low > 1 || high < 1;
  if (excludesOne && Math.abs(value - 1) > smallestWin) {
    return value > 1 ? 'faster' : 'slower';
  }

  return low >= sameFrom && high <= sameTo ? 'same' : 'undecided';
}

/** A single pair is two walls: it says nothing about chance, so it makes no factor. */
export const makesFactor = ({ pairs }: Pick<Speedup, 'pairs'>): boolean => pairs > 1;

/** E = S / P. */
export const efficiency = (value: number, workers: number): Share => value / workers;

/**
 * Experimentally determined serial fraction e = (1/S − 1/P) / (1 − 1/P), for P > 1. Undefined outside 1 ≤ S ≤ P, where
 * its model does not hold.
 * Source: Karp & Flatt, 1990.
 */
export function karpFlatt(value: number, workers: number): number | undefined {
  return workers > 1 && value >= 1 && value <= workers
    ? (1 / value - 1 / workers) / (1 - 1 / workers)
    : undefined;
}
