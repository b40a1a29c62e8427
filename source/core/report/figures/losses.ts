import type { Budget } from './budget.ts';
import type { Milliseconds, Share } from '../../units.ts';

/** The parts of a budget that are not useful, and how they are called. */
export const lossNames = {
  inflation: 'work inflation',
  slower: 'slower on a CPU',
  waiting: 'waiting for a CPU',
  blocked: 'blocked',
  dispatch: 'dispatch',
  idle: 'idle at the end',
  gaps: 'between tasks',
} as const;

export type LossName = keyof typeof lossNames;

export type Loss = {
  readonly name: LossName;
  readonly took: Milliseconds;
  /** Of the whole budget. */
  readonly share: Share;
};

/** Those that the system tells, the largest first. */
export function lossesOf(budget: Budget): readonly Loss[] {
  const found: Partial<Record<LossName, Milliseconds>> = budget;
  return (Object.keys(lossNames) as LossName[])
    .flatMap((name) => {
      const took = found[name];
      return took === undefined ? [] : [{ name, took, share: shareOf(took, budget) }];
    })
    .toSorted((one, other) => other.took - one.took);
}

/** Of a budget of nothing it is 0. */
export const shareOf = (took: Milliseconds, { total }: Pick<Budget, 'total'>): Share =>
  total > 0 ? took / total : 0;
