import type { Budget } from '../figures/budget.ts';
import type { Evidence } from './cause.ts';
import { percent } from '../../text/format.ts';
import type { Share } from '../../units.ts';

/** Extra time on a CPU relative to the useful work; all extra time if the system does not split it. */
export const slowerShare = (budget: Budget): Share =>
  budget.useful > 0 ? ('slower' in budget ? budget.slower : budget.inflation) / budget.useful : 0;

/** Below the first share of the earlier value the effect is gone; above the second it is unchanged. */
const gone = 0.5;
const there = 0.75;

/** The conclusion of a check about the plan before it; undefined if this plan checks nothing. */
export function checkSentence({ plan, budget }: Evidence): string | undefined {
  const { checks, workload } = plan;
  if (!checks) {
    return undefined;
  }

  const [before, after] = [checks.slower, slowerShare(budget)];
  const longer = (share: Share) => percent(Math.max(0, share));
  const numbers = `side by side tasks take ${longer(before)} longer with ${checks.workload}, and ${longer(after)} with ${workload}`;
  if (after < gone * before) {
    return `It is memory: ${numbers}. With ${checks.workload} fewer workers may be as fast.`;
  }

  return after < there * before
    ? `Part of it is memory: ${numbers}.`
    : `It is not memory: ${numbers}.`;
}
