import { fewestRepeats, median, medianInterval, type Interval } from '../../statistics.ts';
import type { Walls } from '../../profile/state.ts';
import type { Share } from '../../units.ts';

/** A smaller difference is never a win, however certain. */
const smallestWin = 0.02;

export const outcomes = ['faster', 'slower', 'tie', 'too-few-repeats'] as const;

export type Outcome = (typeof outcomes)[number];

export type Speedup = Interval & {
  /** S = median wall of the reference / median wall of the case. */
  readonly value: number;
  readonly outcome: Outcome;
  readonly pairs: number;
};

/**
 * Speed-up of `walls` over `reference`: the ratio of the medians, over rounds that have both. Its interval is that of
 * the rounds' ratios, widened to contain the value. Undefined if no round has both.
 */
export function speedup(reference: Walls, walls: Walls): Speedup | undefined {
  const rounds = [...walls.keys()].filter((round) => reference.has(round));
  const before = rounds.map((round) => reference.get(round) ?? Number.NaN);
  const after = rounds.map((round) => walls.get(round) ?? Number.NaN);
  if (rounds.length === 0) {
    return undefined;
  }

  const value = median(before) / median(after);
  const ratios = before.map((wall, index) => wall / (after[index] ?? Number.NaN));
  const interval = medianInterval(ratios);
  const widened = {
    ...interval,
    low: Math.min(interval.low, value),
    high: Math.max(interval.high, value),
  };
  return {
    ...widened,
    value,
    pairs: rounds.length,
    outcome: outcomeOf(value, widened, rounds.length),
  };
}

function outcomeOf(value: number, { low, high }: Interval, pairs: number): Outcome {
  if (pairs < fewestRepeats) {
    return 'too-few-repeats';
  }

  const excludesOne = low > 1 || high < 1;
  if (!excludesOne || Math.abs(value - 1) <= smallestWin) {
    return 'tie';
  }

  return value > 1 ? 'faster' : 'slower';
}

/** E = S / P. */
export const efficiency = (value: number, workers: number): Share => value / workers;

/**
 * Experimentally determined serial fraction e = (1/S − 1/P) / (1 − 1/P), for P > 1.
 * Source: Karp & Flatt, 1990.
 */
export function karpFlatt(value: number, workers: number): number | undefined {
  return workers > 1 ? (1 / value - 1 / workers) / (1 - 1 / workers) : undefined;
}
