import type { WorkerSample } from '../../core/event.ts';
import { median } from '../../core/statistics.ts';
import type { Share } from '../../core/units.ts';

/** How the workers of a pass stand to each other. */
export type Standing = {
  /** Of every worker, in the order of their numbers; 0 before its first sample. */
  readonly shares: readonly Share[];
  /** How many have done their part of the pass. */
  readonly done: number;
  readonly median: Share;
  /** The one with the smallest share; the first of them where several have it. */
  readonly slowest: number;
};

export function standingOf(workers: number, samples: readonly WorkerSample[]): Standing {
  const shares = Array.from({ length: workers }, (_, worker) => samples[worker]?.share ?? 0);
  return {
    shares,
    done: shares.filter((share) => share >= 1).length,
    median: median(shares),
    slowest: shares.reduce((least, share, worker) => (share < shares[least]! ? worker : least), 0),
  };
}

/** By which part of the median a worker is behind it: a worker at 70 % of the others' speed is 30 % behind all the time. */
export function behind({ shares, median }: Standing, worker: number): Share {
  const share = shares[worker] ?? 0;
  return share < median ? 1 - share / median : 0;
}

/** Room for the rounding of binary fractions: 0.8 is a fifth behind 1. */
const tolerance = 1e-9;

/**
 * A laggard's share is at least a fifth behind the median and at least ten points below it: the fifth alone would mark
 * half of them in the first moments, the ten points alone whoever is a little late at the end. The median is that of all
 * workers, the done ones among them, so that the mark of the last one at work stays until it is done too.
 */
export function lags(standing: Standing, worker: number): boolean {
  const points = standing.median - (standing.shares[worker] ?? 0);
  return points >= 0.1 - tolerance && behind(standing, worker) >= 0.2 - tolerance;
}
