import { runsHere } from '../../core/plan/engines.ts';
import { moreRounds } from '../../core/plan/plan-of.ts';
import { headlinesOf, type Headline } from '../../core/report/headline.ts';
import type { CauseCode } from '../../core/report/figures/cause-code.ts';
import type { Report } from '../../core/report/report.ts';
import { isFailure } from '../../core/report/warnings.ts';
import { fewestRounds } from '../../core/statistics.ts';
import type { Advice } from '../../core/report/losses/advice.ts';
import { duration } from '../../core/text/format.ts';
import type { Milliseconds } from '../../core/units.ts';

/** Something to do next. */
export type Step = {
  /** The key that does it on the results of a run, if there is one. */
  readonly key?: string;
  readonly mark?: 'failed';
  readonly text: string;
};

/** The key of a larger size. */
type Arrows = { readonly right: string };

/** The most important first: a disturbed machine, what failed, what would decide, then the largest loss. */
export function stepsOf(report: Report, arrows: Arrows): readonly Step[] {
  const headlines = headlinesOf(report);
  const isDisturbed = disturbed(report).length > 0;
  const lost = losses(report, headlines, arrows);
  const undecided = headlines.flatMap((found) => deciding(found, report, arrows));
  const steps = [
    ...disturbed(report),
    ...failures(report),
    // Of a check its result was asked for.
    ...(report.plan.checks ? [...lost, ...undecided] : [...undecided, ...lost]),
  ].filter(({ key }, index) => !isDisturbed || index === 0 || key !== 'enter');
  return steps.length > 0 ? steps : [{ key: 'enter', text: 'Run the same again.' }];
}

/** Where the machine spoils the numbers, nothing else is worth a try. */
function disturbed({ trust, plan }: Report): readonly Step[] {
  const worst = trust.find(({ level }) => level === 'warn');
  const what = worst?.text.replace(/:.*/, '');
  switch (worst?.name) {
    case undefined:
      return [];
    case 'other-load':
    case 'steal':
      return [
        {
          key: 'enter',
          text: `This machine was too busy: ${what}. Run again when it is quiet.`,
        },
      ];
    case 'spread': {
      const rounds = moreRounds(plan);
      return rounds === undefined
        ? []
        : [{ key: '+', text: `These numbers are unsteady: ${what}. Run ${rounds} rounds.` }];
    }
    default:
      return [{ key: 'enter', text: `These numbers are unsteady: ${what}. Fix that, run again.` }];
  }
}

const failures = ({ warnings }: Report): readonly Step[] =>
  warnings.filter(isFailure).map(({ message }) => ({ mark: 'failed', text: message }));

/** Shorter rounds are mostly chance. */
const shortRound: Milliseconds = 300;

/** What would decide a comparison. */
function deciding(found: Headline, report: Report, { right }: Arrows): readonly Step[] {
  switch (found.outcome) {
    case 'too-few-rounds':
      return moreToCome(found, report);
    case 'undecided': {
      const longest = longestWall(found, report);
      return longest < shortRound
        ? [{ key: right, text: `${duration(longest)} is too short to tell: try a larger size.` }]
        : withMore(report, 'more of them, on a quiet machine, would tell');
    }
    default:
      return [];
  }
}

/** Rounds that did not finish are enough to run again; else there must be more of them. */
function moreToCome({ case: id }: Headline, report: Report): readonly Step[] {
  const { plan, finished, warnings } = report;
  const planned = plan.order.filter((round) => round.includes(id)).length;
  if (planned < fewestRounds) {
    return withMore(report, `enough for a verdict on ${id}`);
  }

  return finished || warnings.some(isFailure)
    ? []
    : [{ key: 'enter', text: 'Run again to the end: that makes a verdict.' }];
}

function withMore({ plan }: Report, why: string): readonly Step[] {
  const rounds = moreRounds(plan);
  return rounds === undefined ? [] : [{ key: '+', text: `Run ${rounds} rounds: ${why}.` }];
}

const longestWall = ({ case: id, over }: Headline, { cases }: Report): Milliseconds =>
  Math.max(
    ...cases.flatMap(({ id: name, typical }) =>
      typical && (name === id || name === over) ? [typical.wall] : [],
    ),
  );

/** The largest loss of every case on this machine. Why Ray takes longer has a place of its own. */
function losses(
  { cases, advice }: Report,
  headlines: readonly Headline[],
  arrows: Arrows,
): readonly Step[] {
  const here = advice.filter(({ case: id }) =>
    cases.some((found) => found.id === id && runsHere(found.engine)),
  );
  return here.map((found): Step => {
    const loses = headlines.some(
      ({ case: id, outcome }) => id === found.case && outcome === 'slower',
    );
    const texts = [
      ...(loses ? ['One by one is faster here.'] : []),
      found.next === undefined ? found.sentence : named(found.next, found.case, here),
    ];
    const key = keyOf(found, arrows);
    return { ...(key === undefined ? {} : { key }), text: texts.join(' ') };
  });
}

const named = (text: string, id: string, { length }: readonly Advice[]): string =>
  length > 1 ? `${id}: ${text}` : text;

/** The key with which a cause can be tested; `esc` leads to the settings. */
function keyOf({ check, causes: [cause] }: Advice, { right }: Arrows): string | undefined {
  if (check) {
    return 'm';
  }

  return (
    cause && { again: 'enter', settings: 'esc', size: right, none: undefined }[remedies[cause]]
  );
}

const remedies: Readonly<Record<CauseCode, 'again' | 'settings' | 'size' | 'none'>> = {
  'more-workers-than-cpus': 'settings',
  throttled: 'none',
  'other-load': 'again',
  'own-threads': 'size',
  stolen: 'again',
  'shared-cores': 'settings',
  'slow-cores': 'settings',
  'clock-fell': 'settings',
  'garbage-collection': 'settings',
  'memory-bandwidth': 'settings',
  'too-few-tasks': 'settings',
  'long-tasks': 'settings',
  'short-tasks': 'size',
  'short-pass': 'settings',
  'one-cpu': 'none',
};
