import type { Milliseconds, Share } from '../../units.ts';

/** The parts of a budget beside the work itself, by their names on every page and in every output. */
export const partNames = [
  'more workers than CPUs',
  'tasks that do not divide',
  'slower side by side',
  'waiting for a CPU',
  'blocked',
  'slower or waiting',
  'handing out',
  'between two tasks',
  'idle at the end',
] as const;

export type PartName = (typeof partNames)[number];

/** What P workers did instead of the work. A negative part is a gain. */
export type Part = {
  readonly name: PartName;
  readonly coreTime: Milliseconds;
  /** The same in workers: core time over the wall of the pass. */
  readonly workers: number;
  /** The speed-up if this part alone were gone; absent with a single round, which makes no factor. */
  readonly without?: number;
};

/** Where the workers of a pass were, against the local pass of the same round. */
export type Budget = {
  readonly round: number;
  readonly workers: number;
  /** W, the wall of the pass. */
  readonly wall: Milliseconds;
  /** L, the wall of the local pass, which is the work. */
  readonly local: Milliseconds;
  /** In the order of `partNames`; P · W = L + Σ core time. */
  readonly parts: readonly Part[];
};

/** P · W, in core time. */
export const totalOf = ({ workers, wall }: Pick<Budget, 'workers' | 'wall'>): Milliseconds =>
  workers * wall;

/** 0 for a part that the budget does not have. */
export const partOf = ({ parts }: Budget, name: PartName): Milliseconds =>
  parts.find((part) => part.name === name)?.coreTime ?? 0;

/** Part of all the workers' time; 0 for an empty pass. */
export const shareOf = (took: Milliseconds, budget: Budget): Share => {
  const total = totalOf(budget);
  return total > 0 ? took / total : 0;
};

/** Largest first. */
export const largestFirst = ({ parts }: Budget): readonly Part[] =>
  parts.toSorted((one, other) => other.coreTime - one.coreTime);
