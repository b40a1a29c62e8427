import { runsHere } from '../plan/engines.ts';
import { moreRounds } from '../plan/plan-of.ts';
import { headlinesOf, type Headline } from './headline.ts';
import type { CauseCode } from './figures/cause-code.ts';
import type { Report } from './report.ts';
import { isFailure } from './warnings.ts';
import { fewestRounds } from '../statistics.ts';
import type { Advice } from './losses/advice.ts';
import { duration } from '../text/format.ts';
import type { Milliseconds } from '../units.ts';
import type { WorkloadName } from '../plan/workload.ts';

/** Something to do next. Whoever shows it says how: by a key, a flag, or an answer. */
export type NextStep =
  /** Run the same again. */
  | { readonly does: 'again'; readonly text: string }
  /** Run as many rounds. `before` says why, `after` what for. */
  | {
      readonly does: 'rounds';
      readonly rounds: number;
      /** Rounds of a case that takes part in too few of them: they alone are enough. */
      readonly ofRay?: number;
      readonly before?: string;
      readonly after?: string;
    }
  /** Take a larger size, because. */
  | { readonly does: 'size'; readonly because: string }
  /** What the largest loss is, with the remedy: another size, other settings, or none. */
  | { readonly does: 'larger' | 'settings' | 'nothing'; readonly text: string }
  /** A cause that the same run with another workload proves or refutes; the text ends in how. */
  | { readonly does: 'check'; readonly workload: WorkloadName; readonly text: string }
  /** What failed, and what helps. */
  | { readonly does: 'mend'; readonly text: string };

/** The most important first: what failed, a disturbed machine, what would decide, then the largest loss. */
export function nextStepsOf(report: Report): readonly NextStep[] {
  const headlines = headlinesOf(report);
  const [first] = disturbed(report);
  const lost = losses(report, headlines);
  const undecided = onceEach(headlines.flatMap((found) => deciding(found, report)));
  const steps = [
    ...failures(report),
    ...(first ? [first] : []),
    // Of a check its result was asked for.
    ...(report.plan.checks ? [...lost, ...undecided] : [...undecided, ...lost]),
  ].filter((step) => !first || step === first || step.does !== first.does);
  return steps.length > 0 ? steps : [{ does: 'again', text: 'Run the same again.' }];
}

/** More rounds are run once for all comparisons. */
const onceEach = (steps: readonly NextStep[]): readonly NextStep[] =>
  steps.filter(
    ({ does }, index) =>
      does !== 'rounds' || steps.findIndex((step) => step.does === does) === index,
  );

/** Where the machine spoils the numbers, nothing else is worth a try. */
function disturbed({ trust, plan }: Report): readonly NextStep[] {
  const worst = trust.find(({ level }) => level === 'warn');
  if (!worst) {
    return [];
  }

  const what = worst.text.replace(/:.*/, '');
  if (worst.name === 'other-load' || worst.name === 'steal') {
    return [
      { does: 'again', text: `This machine was too busy: ${what}. Run again when it is quiet.` },
    ];
  }

  const rounds = worst.name === 'spread' ? moreRounds(plan) : undefined;
  const before = `These numbers are unsteady: ${what}.`;
  return rounds === undefined
    ? [{ does: 'again', text: `${before} Run again without that.` }]
    : [{ does: 'rounds', rounds, before }];
}

const failures = ({ warnings }: Report): readonly NextStep[] =>
  warnings.filter(isFailure).map(({ message }) => ({ does: 'mend', text: message }));

/** Shorter rounds are mostly chance. */
const shortRound: Milliseconds = 300;

/** What would decide a comparison. */
function deciding(found: Headline, report: Report): readonly NextStep[] {
  if (found.outcome === 'too-few-rounds') {
    return moreToCome(found, report);
  }

  if (found.outcome !== 'undecided') {
    return [];
  }

  const longest = longestWall(found, report);
  return longest < shortRound
    ? [{ does: 'size', because: `${duration(longest)} is too short to tell` }]
    : withMore(report, 'more of them, on a quiet machine, would tell');
}

/** Rounds that did not finish are enough to run again; else there must be more of them. */
function moreToCome({ case: id }: Headline, report: Report): readonly NextStep[] {
  const { plan, finished, warnings } = report;
  const planned = plan.order.filter((round) => round.includes(id)).length;
  if (planned < fewestRounds) {
    return plan.rounds < fewestRounds
      ? withMore(report, 'enough for a verdict')
      : withMore(report, `${fewestRounds - planned} more of ${id} make a verdict`).map((step) => ({
          ...step,
          ofRay: fewestRounds,
        }));
  }

  return finished || warnings.some(isFailure)
    ? []
    : [{ does: 'again', text: 'Run again to the end: that makes a verdict.' }];
}

type MoreRounds = Extract<NextStep, { readonly does: 'rounds' }>;

function withMore({ plan }: Report, after: string): readonly MoreRounds[] {
  const rounds = moreRounds(plan);
  return rounds === undefined ? [] : [{ does: 'rounds', rounds, after }];
}

const longestWall = ({ case: id, over }: Headline, { cases }: Report): Milliseconds =>
  Math.max(
    ...cases.flatMap(({ id: name, typical }) =>
      typical && (name === id || name === over) ? [typical.wall] : [],
    ),
  );

/** The largest loss of every case on this machine. Why Ray takes longer is explained elsewhere. */
function losses({ cases, advice }: Report, headlines: readonly Headline[]): readonly NextStep[] {
  const here = advice.filter(({ case: id }) =>
    cases.some((found) => found.id === id && runsHere(found.engine)),
  );
  return here.map((found): NextStep => {
    const loses = headlines.some(
      ({ case: id, outcome }) => id === found.case && outcome === 'slower',
    );
    const text = [
      ...(loses ? ['One by one is faster here.'] : []),
      found.next === undefined ? found.sentence : named(found.next, found.case, here),
    ].join(' ');
    const [cause] = found.causes;
    return found.check
      ? { does: 'check', workload: found.check, text }
      : { does: cause ? remedies[cause] : 'nothing', text };
  });
}

const named = (text: string, id: string, { length }: readonly Advice[]): string =>
  length > 1 ? `${id}: ${text}` : text;

const remedies: Readonly<Record<CauseCode, 'again' | 'settings' | 'larger' | 'nothing'>> = {
  'more-workers-than-cpus': 'settings',
  throttled: 'nothing',
  'other-load': 'again',
  'own-threads': 'larger',
  stolen: 'again',
  'shared-cores': 'settings',
  'slow-cores': 'settings',
  'clock-fell': 'settings',
  'garbage-collection': 'settings',
  'memory-bandwidth': 'settings',
  'too-few-tasks': 'settings',
  'long-tasks': 'settings',
  'short-tasks': 'larger',
  'short-pass': 'settings',
  'one-cpu': 'nothing',
};
