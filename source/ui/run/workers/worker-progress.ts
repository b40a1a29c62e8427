import type { WorkerSample } from '../../../core/profile/event.ts';
import { median } from '../../../core/statistics.ts';
import type { Share } from '../../../core/units.ts';

/** The progress of the workers of a pass, compared with each other. */
export type WorkerProgress = {
  /** The share of every worker, by number; 0 before its first sample. */
  readonly shares: readonly Share[];
  /** How many workers have joined: those with the lowest numbers. */
  readonly here: number;
  /** How many have finished their part of the pass. */
  readonly done: number;
  /** The median share of those that have joined; 0 if none has. */
  readonly median: Share;
  /** The worker with the smallest share; the first of several. */
  readonly slowest: number;
  /** The workers with failed tasks. */
  readonly failed: ReadonlySet<number>;
};

/** @param workers The planned number. The workers of a cluster join one by one, and there may be more in the end. */
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

/** How far a worker is behind the median, relative to it: at 70 % of the others' speed it is always 30 % behind. */
export function behind({ shares, median }: WorkerProgress, worker: number): Share {
  const share = shares[worker] ?? 0;
  return share < median ? 1 - share / median : 0;
}

/** Tolerates the rounding of binary fractions: 0.8 is a fifth behind 1. */
const tolerance = 1e-9;

/**
 * A straggler is at least a fifth behind the median and at least ten points below it. The fifth alone would mark half of
 * the workers in the first moments; the ten points alone would mark any that is a little late at the end. The median
 * includes workers that are done, so that the last one at work stays marked until it is done too.
 */
export function isStraggler(progress: WorkerProgress, worker: number): boolean {
  const points = progress.median - (progress.shares[worker] ?? 0);
  return (
    worker < progress.here &&
    points >= 0.1 - tolerance &&
    behind(progress, worker) >= 0.2 - tolerance
  );
}
