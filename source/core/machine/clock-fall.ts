import type { Conditions } from './conditions.ts';
import { ratio } from '../text/format.ts';
import type { Machine } from './machine.ts';
import type { Share } from '../units.ts';

/** A clock that is lower by no more than this explains nothing: the 2 % of a verdict. */
const wavering: Share = 0.02;

/**
 * The clock of the CPUs that so many workers keep busy, in MHz. CPUs that have nothing to do tell one, too: where all
 * are busy their mean tells; where some idle, only the fastest, which is one that computes.
 */
export const busyClock = (
  { clock }: Conditions,
  workers: number,
  { usable }: Pick<Machine, 'usable'>,
): number | undefined => clock?.[workers >= usable.affinity ? 'mean' : 'highest'];

/** Of clocks in MHz; 0 where it did not fall. */
export function clockFall(before: number, after: number): Share {
  const fall = 1 - after / before;
  return fall >= wavering ? fall : 0;
}

/** "the clock fell from 4.10 to 3.71 GHz", where it did. */
export const clockFallText = (before: number, after: number): string | undefined =>
  clockFall(before, after) > 0
    ? `the clock fell from ${ratio(before / 1000)} to ${ratio(after / 1000)} GHz`
    : undefined;
