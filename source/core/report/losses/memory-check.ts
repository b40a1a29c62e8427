import type { Budget } from '../figures/budget.ts';
import type { Evidence } from './cause.ts';
import { percent } from '../../text/format.ts';
import type { Share } from '../../units.ts';

/** By which part of their useful work the tasks took longer on a CPU; longer at all, where no more is told. */
export const slowerShare = (budget: Budget): Share =>
  budget.useful > 0 ? ('slower' in budget ? budget.slower : budget.inflation) / budget.useful : 0;

/** Less of what was seen before means that it is gone, more that it is there as before. */
const gone = 0.5;
const there = 0.75;

/** What a plan that was run as a check says about the one before it. */
export function checkedSentence({ plan, budget }: Evidence): string | undefined {
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
