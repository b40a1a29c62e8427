import { partOf, type Budget } from '../figures/parts.ts';
import type { Evidence } from './cause.ts';
import { percent } from '../../text/format.ts';
import type { Share } from '../../units.ts';

/** Extra time on a CPU relative to the work; all extra time in tasks if the system does not split it. */
export const slowerShare = (budget: Budget): Share =>
  budget.local > 0
    ? (partOf(budget, 'slower side by side') + partOf(budget, 'slower or waiting')) / budget.local
    : 0;

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
  const numbers = `running side by side, tasks take ${longer(before)} longer with ${checks.workload} and ${longer(after)} longer with ${workload}`;
  if (after < gone * before) {
    return `It is memory: ${numbers}. Fewer workers may be just as fast with ${checks.workload}.`;
  }

  return after < there * before
    ? `Memory is part of it: ${numbers}.`
    : `It is not memory: ${numbers}.`;
}
