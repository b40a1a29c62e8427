import {
  contention,
  crowding,
  slowerClock,
  otherLoad,
  ownThreads,
  steal,
  throttling,
} from './causes-outside.ts';
import { garbage, memoryBandwidth, sharedCores, slowCores } from './causes-on-cpu.ts';
import { longTasks, shortPass, shortTasks, tooFewTasks } from './causes-in-plan.ts';
import type { Budget } from '../figures/budget.ts';
import type { Cause, Evidence, Rule } from './cause.ts';
import { duration, finePercent } from '../../text/format.ts';
import { lossNames, lossesOf, shareOf, type Loss, type LossName } from '../figures/losses.ts';
import { checkSentence } from './memory-check.ts';
import { oneCpu } from './one-cpu.ts';
import type { WorkloadName } from '../../plan/workload.ts';
import type { CauseCode } from '../figures/cause-code.ts';
import type { Share } from '../../units.ts';

/** For one case: its largest loss, the causes, and the next thing to try. */
export type Advice = {
  readonly case: string;
  readonly loss?: LossName;
  readonly causes: readonly CauseCode[];
  /** The same on the screen and in every output. */
  readonly sentence: string;
  /** Running the same plan with this workload proves or refutes the cause. */
  readonly check?: WorkloadName;
};

const onCpu: readonly Rule[] = [
  garbage,
  sharedCores,
  slowCores,
  slowerClock,
  steal,
  throttling,
  memoryBandwidth,
];
const offCpu: readonly Rule[] = [crowding, throttling, garbage, ownThreads, otherLoad, steal];
const handingOut: readonly Rule[] = [shortTasks, crowding, throttling, ownThreads, otherLoad];

/** The possible causes of each loss. Those without a measured time go first, in this order; then the largest. */
const rules: Readonly<Record<LossName, readonly Rule[]>> = {
  slower: onCpu,
  waiting: [...offCpu, contention],
  blocked: [garbage, steal, throttling],
  inflation: [crowding, otherLoad, ...onCpu],
  dispatch: [shortPass, crowding, otherLoad],
  idle: [tooFewTasks, longTasks, throttling, otherLoad],
  gaps: handingOut,
};

/** More causes than this are too many to read. */
const mostCauses = 2;

/** Below this there is nothing to fix. */
const negligible: Share = 0.05;

/** One or two sentences about the budget of a case; in a check, the result of the check goes first. */
export function adviceOf(caseId: string, evidence: Evidence): Advice {
  const checkResult = checkSentence(evidence);
  const advice = lossAdvice(caseId, evidence);
  return checkResult ? { ...advice, sentence: `${checkResult} ${advice.sentence}` } : advice;
}

function lossAdvice(caseId: string, evidence: Evidence): Advice {
  const { budget } = evidence;
  const [largest, gain] = [lossesOf(budget)[0]!, lossesOf(budget).at(-1)!];
  const lost = shareOf(budget.total - budget.useful, budget);
  const limit = oneCpu(evidence, largest.took);
  if (lost < negligible || isOffset(largest, gain)) {
    const adviceFor = largest.share < negligible ? minorLoss : offsetLoss;
    return limit ? limitAdvice(caseId, limit) : adviceFor(caseId, largest, budget);
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

/** The largest known causes, or else a single guess. */
function causesOf(loss: Loss, evidence: Evidence): readonly Cause[] {
  const found = rules[loss.name].flatMap((rule) => rule(evidence, loss.took) ?? []);
  const sure = found
    .filter(({ guess }) => !guess)
    // Infinity − Infinity is NaN: keep their order.
    .toSorted((one, other) => (other.took ?? Infinity) - (one.took ?? Infinity) || 0);
  return sure.length > 0 ? sure.slice(0, mostCauses) : found.slice(0, 1);
}

/** If one part gained about what another lost, the local pass was disturbed, not the pool. */
const isOffset = (largest: Loss, gain: Loss): boolean =>
  largest.share >= negligible && -gain.share >= Math.max(negligible, largest.share / 2);

const limitAdvice = (caseId: string, limit: Cause): Advice => ({
  case: caseId,
  causes: [limit.code],
  sentence: sentenceOf(limit),
});

const sentenceOf = ({ because, next }: Cause): string => `${because}. ${next}.`;

const minorLoss = (caseId: string, { name, share }: Loss, budget: Budget): Advice => {
  const { total, useful } = budget;
  const sentence =
    useful < total
      ? `Little is lost: ${finePercent(shareOf(useful, budget))} of ${duration(total)} are useful, and "${lossNames[name]}" is the largest part of the rest, ${finePercent(share)}.`
      : `Nothing is lost: the tasks of local took ${duration(useful)}, and all workers together no more than ${duration(total)}.`;
  return { case: caseId, loss: name, causes: [], sentence };
};

function offsetLoss(caseId: string, { name, share }: Loss, budget: Budget): Advice {
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
