import type { Conditions } from './conditions.ts';
import { ratio } from '../text/format.ts';
import type { Machine } from './machine.ts';
import type { Share } from '../units.ts';

/** A smaller fall explains nothing: the 2 % of a verdict. */
const wavering: Share = 0.02;

/**
 * The clock in MHz of the CPUs that this many workers keep busy. Idle CPUs report a clock too, so the mean counts only
 * if all CPUs are busy. If some are idle the fastest counts, since it is a busy one.
 */
export const busyClock = (
  { clock }: Conditions,
  workers: number,
  { usable }: Pick<Machine, 'usable'>,
): number | undefined => clock?.[workers >= usable.affinity ? 'mean' : 'highest'];

/** From two clocks in MHz; 0 if it did not fall noticeably. */
export function clockFall(before: number, after: number): Share {
  const fall = 1 - after / before;
  return fall >= wavering ? fall : 0;
}

/** "the clock fell from 4.10 to 3.71 GHz"; undefined if it did not. */
export const clockFallText = (before: number, after: number): string | undefined =>
  clockFall(before, after) > 0
    ? `the clock fell from ${ratio(before / 1000)} to ${ratio(after / 1000)} GHz`
    : undefined;
