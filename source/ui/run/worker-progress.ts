import type { WorkerSample } from '../../core/profile/event.ts';
import { median } from '../../core/statistics.ts';
import type { Share } from '../../core/units.ts';

/** How the workers of a pass stand to each other. */
export type WorkerProgress = {
  /** Of every worker, in the order of their numbers; 0 before its first sample. */
  readonly shares: readonly Share[];
  /** How many have shown up: the first ones. The others stand for nothing yet. */
  readonly here: number;
  /** How many have done their part of the pass. */
  readonly done: number;
  /** Of those that have shown up; 0 of none. */
  readonly median: Share;
  /** The one of them with the smallest share; the first where several have it. */
  readonly slowest: number;
  /** Those with tasks that failed. */
  readonly failed: ReadonlySet<number>;
};

/** @param workers How many are planned; those of a cluster show up one by one, and there may be more in the end. */
export function workerProgressOf(
  workers: number,
  samples: readonly WorkerSample[],
): WorkerProgress {
  const known = samples.map(({ share }) => share);
  const missing = Math.max(0, workers - known.length);
  return {
    shares: [...known, ...Array.from({ length: missing }, () => 0)],
    here: known.length,
    done: known.filter((share) => share >= 1).length,
    median: known.length > 0 ? median(known) : 0,
    slowest: known.reduce((least, share, worker) => (share < known[least]! ? worker : least), 0),
    failed: new Set(samples.flatMap(({ failed }, worker) => (failed ? [worker] : []))),
  };
}

/** By which part of the median a worker is behind it: a worker at 70 % of the others' speed is 30 % behind all the time. */
export function behind({ shares, median }: WorkerProgress, worker: number): Share {
  const share = shares[worker] ?? 0;
  return share < median ? 1 - share / median : 0;
}

/** Room for the rounding of binary fractions: 0.8 is a fifth behind 1. */
const tolerance = 1e-9;

/**
 * A straggler's share is at least a fifth behind the median and at least ten points below it: the fifth alone would mark
 * half of them in the first moments, the ten points alone whoever is a little late at the end. The median is that of all
 * workers, the done ones among them, so that the mark of the last one at work stays until it is done too.
 */
export function isStraggler(progress: WorkerProgress, worker: number): boolean {
  const points = progress.median - (progress.shares[worker] ?? 0);
  return (
    worker < progress.here &&
    points >= 0.1 - tolerance &&
    behind(progress, worker) >= 0.2 - tolerance
  );
}
