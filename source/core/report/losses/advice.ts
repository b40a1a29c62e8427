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
import {
  isMostlyHandingOut,
  longTasks,
  shortPass,
  shortTasks,
  tooFewTasks,
} from './causes-in-plan.ts';
import type { Cause, Evidence, Rule } from './cause.ts';
import { counted, duration } from '../../text/format.ts';
import { budgetRowsOf } from '../figures/budget-rows.ts';
import {
  largestFirst,
  shareOf,
  totalOf,
  type Budget,
  type Part,
  type PartName,
} from '../figures/parts.ts';
import { checkSentence } from './memory-check.ts';
import { oneCpu } from './one-cpu.ts';
import type { WorkloadName } from '../../plan/workload.ts';
import type { CauseCode } from '../figures/cause-code.ts';
import type { Share } from '../../units.ts';
import { capitalized } from '../../text/capitals.ts';

/** For one case: its largest loss, the causes, and the next thing to try. */
export type Advice = {
  readonly case: string;
  readonly loss?: PartName;
  readonly causes: readonly CauseCode[];
  /** The same on the screen and in every output. */
  readonly sentence: string;
  /** Its causes and what to try, without the loss itself; absent if there is nothing to try. */
  readonly next?: string;
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
const offCpu: readonly Rule[] = [throttling, garbage, ownThreads, otherLoad, steal];
const handingOut: readonly Rule[] = [shortTasks, throttling, ownThreads, otherLoad];

/** The possible causes of each loss. Those without a measured time go first, in this order; then the largest. */
const rules: Readonly<Record<PartName, readonly Rule[]>> = {
  'more workers than CPUs': [crowding],
  'tasks that do not divide': [tooFewTasks],
  'slower side by side': onCpu,
  'waiting for a CPU': [...offCpu, contention],
  blocked: [garbage, steal, throttling],
  'slower or waiting': [otherLoad, ...onCpu],
  'handing out': [shortPass, otherLoad],
  'between two tasks': handingOut,
  'idle at the end': [longTasks, throttling, otherLoad],
};

/** More causes than this are too many to read. */
const mostCauses = 2;

/** Below this there is nothing to fix. */
const negligible: Share = 0.05;

/** One or two sentences about the budget of a case; in a check, the result of the check goes first. */
export function adviceOf(caseId: string, evidence: Evidence): Advice {
  const checkResult = checkSentence(evidence);
  const advice = lossAdvice(caseId, evidence);
  return checkResult
    ? {
        ...advice,
        sentence: `${checkResult} ${advice.sentence}`,
        next: advice.next === undefined ? checkResult : `${checkResult} ${advice.next}`,
      }
    : advice;
}

function lossAdvice(caseId: string, evidence: Evidence): Advice {
  const { budget } = evidence;
  const [largest, gain] = [largestFirst(budget)[0]!, largestFirst(budget).at(-1)!];
  const lost = shareOf(totalOf(budget) - budget.local, budget);
  const limit = oneCpu(evidence, largest.coreTime);
  if (limit && largest.name === 'more workers than CPUs') {
    return limitAdvice(caseId, limit);
  }

  const causes = causesOf(largest, evidence);
  const isDisturbed = isOffset(largest, gain, budget) && !causes.some(isMeasured);
  if (lost < negligible || isDisturbed) {
    return limit
      ? limitAdvice(caseId, limit)
      : (shortAdvice(caseId, largest, evidence) ??
          (isDisturbed ? offsetLoss : minorLoss)(caseId, largest, budget));
  }

  const check = causes.find((found) => found.check)?.check;
  const before = limit ? `${sentenceOf(limit)} ` : '';
  return {
    case: caseId,
    loss: largest.name,
    causes: [...new Set([...(limit ? [limit] : []), ...causes].map(({ code }) => code))],
    sentence: before + lossSentence(largest, evidence, causes),
    ...nextField(before, causes),
    ...(check ? { check } : {}),
  };
}

function nextField(before: string, causes: readonly Cause[]): Pick<Advice, 'next'> {
  const [first] = causes;
  if (!first) {
    return before === '' ? {} : { next: before.trim() };
  }

  const because = causes.map((cause) => cause.because).join('; ');
  return { next: `${before}${capitalized(because)}. ${first.next}.` };
}

/** The largest known causes, or else a single guess. */
function causesOf(loss: Part, evidence: Evidence): readonly Cause[] {
  const found = rules[loss.name].flatMap((rule) => rule(evidence, loss.coreTime) ?? []);
  const sure = found
    .filter(({ guess }) => !guess)
    // Infinity − Infinity is NaN: keep their order.
    .toSorted((one, other) => (other.took ?? Infinity) - (one.took ?? Infinity) || 0);
  return sure.length > 0 ? sure.slice(0, mostCauses) : found.slice(0, 1);
}

/** Whether a counter shows how much CPU time it took. */
const isMeasured = ({ took }: Cause): boolean => took !== undefined;

/** Against local next to nothing is lost, but both spend their time on handing out. */
function shortAdvice(
  caseId: string,
  { name, coreTime }: Part,
  evidence: Evidence,
): Advice | undefined {
  const short = isMostlyHandingOut(evidence) ? shortTasks(evidence, coreTime) : undefined;
  return (
    short && {
      case: caseId,
      loss: name,
      causes: [short.code],
      sentence: `Little is lost, because local loses as much: ${sentenceOf(short)}`,
      next: capitalized(sentenceOf(short)),
    }
  );
}

/** If one part gained about what another lost, the local pass was disturbed, not the pool. */
function isOffset(largest: Part, gain: Part, budget: Budget): boolean {
  const [lost, gained] = [shareOf(largest.coreTime, budget), -shareOf(gain.coreTime, budget)];
  return lost >= negligible && gained >= Math.max(negligible, lost / 2);
}

const limitAdvice = (caseId: string, limit: Cause): Advice => ({
  case: caseId,
  causes: [limit.code],
  sentence: sentenceOf(limit),
  next: sentenceOf(limit),
});

const sentenceOf = ({ because, next }: Cause): string => `${because}. ${next}.`;

/** "0.19 of 2 workers", as in the rows of the budget. */
function workersText(name: PartName | 'the work', budget: Budget): string {
  const row = budgetRowsOf(budget).find((found) => found.name === name);
  return `${row?.workers ?? 0} of ${counted(budget.workers, 'worker')}`;
}

const minorLoss = (caseId: string, { name }: Part, budget: Budget): Advice => {
  const total = totalOf(budget);
  const sentence =
    budget.local < total
      ? `Little is lost: ${workersText('the work', budget)} were at work all the time.`
      : `Nothing is lost: all workers together took ${duration(total)}, and local took ${duration(budget.local)}.`;
  return { case: caseId, loss: name, causes: [], sentence };
};

function offsetLoss(caseId: string, { name }: Part, budget: Budget): Advice {
  const gain = largestFirst(budget).at(-1)!;
  const gained = workersText(gain.name, budget).replace('-', '');
  return {
    case: caseId,
    loss: name,
    causes: ['other-load'],
    sentence: `"${name}" cost ${workersText(name, budget)}, but local lost ${gained} more to "${gain.name}", so something else slowed local down. Run again on a quieter machine.`,
  };
}

function lossSentence(
  { name, coreTime }: Part,
  { budget }: Evidence,
  causes: readonly Cause[],
): string {
  const whole = budget.parts.reduce((sum, part) => sum + Math.max(0, part.coreTime), 0);
  const much = coreTime > whole / 2 ? 'Most of the loss' : 'The largest loss';
  const loss = `${much} is "${name}" (${workersText(name, budget)})`;
  const [first] = causes;
  return first
    ? `${loss}: ${causes.map(({ because }) => because).join('; ')}. ${first.next}.`
    : `${loss}. Nothing measured on this machine explains it.`;
}
