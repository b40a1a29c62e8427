import {
  contended,
  crowded,
  clockFell,
  otherLoad,
  ownThreads,
  stolen,
  throttled,
} from './causes-outside.ts';
import { garbage, memoryBandwidth, sharedCores } from './causes-on-cpu.ts';
import { longTasks, shortPass, shortTasks, tooFewTasks } from './causes-in-plan.ts';
import type { Budget } from '../figures/budget.ts';
import type { Cause, Evidence, Rule } from './cause.ts';
import { duration, finePercent } from '../../text/format.ts';
import { lossNames, lossesOf, shareOf, type Loss, type LossName } from '../figures/losses.ts';
import { checkedSentence } from './memory-check.ts';
import { oneCpu } from './one-cpu.ts';
import type { Advice } from './advised.ts';
import type { Share } from '../../units.ts';

const onCpu: readonly Rule[] = [
  garbage,
  sharedCores,
  clockFell,
  stolen,
  throttled,
  memoryBandwidth,
];
const offCpu: readonly Rule[] = [crowded, throttled, garbage, ownThreads, otherLoad, stolen];
const handingOut: readonly Rule[] = [shortTasks, crowded, throttled, ownThreads, otherLoad];

/** What each loss may come from; what is measured in CPU time comes last, the most of it first. */
const rules: Readonly<Record<LossName, readonly Rule[]>> = {
  slower: onCpu,
  waiting: [...offCpu, contended],
  blocked: [garbage, stolen, throttled],
  inflation: [crowded, otherLoad, ...onCpu],
  dispatch: [shortPass, crowded, otherLoad],
  idle: [tooFewTasks, longTasks, throttled, otherLoad],
  gaps: handingOut,
};

/** A loss that comes from more than these comes from too much to be read. */
const mostCauses = 2;

/** Nothing is to be mended where less than this is lost. */
const little: Share = 0.05;

/** One or two sentences about the budget of a case, and before them what it says of the plan that it checks. */
export function adviceOf(caseId: string, evidence: Evidence): Advice {
  const checked = checkedSentence(evidence);
  const advice = lossAdvice(caseId, evidence);
  return checked ? { ...advice, sentence: `${checked} ${advice.sentence}` } : advice;
}

function lossAdvice(caseId: string, evidence: Evidence): Advice {
  const { budget } = evidence;
  const [largest, gain] = [lossesOf(budget)[0]!, lossesOf(budget).at(-1)!];
  const lost = shareOf(budget.total - budget.useful, budget);
  const limit = oneCpu(evidence, largest.took);
  if (lost < little || makesUpFor(largest, gain)) {
    const balanced = largest.share < little ? littleLost : madeUpFor;
    return limit ? limited(caseId, limit) : balanced(caseId, largest, budget);
  }

  const causes = causesOf(largest, evidence);
  const check = causes.find((found) => found.check)?.check;
  const before = limit ? `${sentenceOf(limit)} ` : '';
  return {
    case: caseId,
    loss: largest.name,
    causes: [...(limit ? [limit] : []), ...causes].map(({ code }) => code),
    sentence: before + lossSentence(largest, evidence, causes),
    ...(check ? { check } : {}),
  };
}

/** No more than can be read, and one guess where nothing is known. */
function causesOf(loss: Loss, evidence: Evidence): readonly Cause[] {
  const found = rules[loss.name].flatMap((rule) => rule(evidence, loss.took) ?? []);
  const sure = found
    .filter(({ guess }) => !guess)
    // Two without a time have no order: their difference is no number.
    .toSorted((one, other) => (other.took ?? Infinity) - (one.took ?? Infinity) || 0);
  return sure.length > 0 ? sure.slice(0, mostCauses) : found.slice(0, 1);
}

/** As much again in one part less than in another is no loss of the pool: `local` is no measure of it. */
const makesUpFor = (largest: Loss, gain: Loss): boolean =>
  largest.share >= little && -gain.share >= Math.max(little, largest.share / 2);

const limited = (caseId: string, limit: Cause): Advice => ({
  case: caseId,
  causes: [limit.code],
  sentence: sentenceOf(limit),
});

const sentenceOf = ({ because, next }: Cause): string => `${because}. ${next}.`;

const littleLost = (caseId: string, { name, share }: Loss, budget: Budget): Advice => {
  const { total, useful } = budget;
  const sentence =
    useful < total
      ? `Little is lost: ${finePercent(shareOf(useful, budget))} of ${duration(total)} are useful, and "${lossNames[name]}" is the largest part of the rest, ${finePercent(share)}.`
      : `Nothing is lost: the tasks of local took ${duration(useful)}, and all workers together no more than ${duration(total)}.`;
  return { case: caseId, loss: name, causes: [], sentence };
};

/** What was lost in one place was gained in another: `local` did not run undisturbed. */
function madeUpFor(caseId: string, { name, share }: Loss, budget: Budget): Advice {
  const gain = lossesOf(budget).at(-1)!;
  const lost = `${finePercent(share)} of ${duration(budget.total)} are lost by "${lossNames[name]}"`;
  const gained = `local lost ${finePercent(-gain.share)} more by "${lossNames[gain.name]}"`;
  return {
    case: caseId,
    loss: name,
    causes: ['other-load'],
    sentence: `${lost}, but ${gained}: something else slowed it down. Run it again on a quieter machine.`,
  };
}

function lossSentence(
  { name, took, share }: Loss,
  { budget }: Evidence,
  causes: readonly Cause[],
): string {
  const whole = lossesOf(budget).reduce((sum, loss) => sum + Math.max(0, loss.took), 0);
  const much = took > whole / 2 ? 'Most of the loss is' : 'The largest loss is';
  const loss = `${much} "${lossNames[name]}", ${finePercent(share)} of ${duration(budget.total)}`;
  const [first] = causes;
  return first
    ? `${loss}: ${causes.map(({ because }) => because).join('; ')}. ${first.next}.`
    : `${loss}, and no counter of this system tells why.`;
}
