import type { Budget } from './budget.ts';
import type { Milliseconds, Share } from '../../units.ts';

/** The parts of a budget that are not useful, with their names on screen. */
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
  /** Share of the whole budget. */
  readonly share: Share;
};

/** The losses that are known on this system, largest first. */
export function lossesOf(budget: Budget): readonly Loss[] {
  const found: Partial<Record<LossName, Milliseconds>> = budget;
  return (Object.keys(lossNames) as LossName[])
    .flatMap((name) => {
      const took = found[name];
      return took === undefined ? [] : [{ name, took, share: shareOf(took, budget) }];
    })
    .toSorted((one, other) => other.took - one.took);
}

/** 0 for an empty budget. */
export const shareOf = (took: Milliseconds, { total }: Pick<Budget, 'total'>): Share =>
  total > 0 ? took / total : 0;
