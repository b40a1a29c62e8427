import { runsHere } from '../core/plan/engines.ts';
import { moreRounds } from '../core/plan/plan-of.ts';
import { headlinesOf, type Headline } from '../core/report/headline.ts';
import type { Advice } from '../core/report/losses/advice.ts';
import { rayReasonsOf } from '../core/report/losses/ray-reasons.ts';
import type { Report } from '../core/report/report.ts';
import { fewestRounds } from '../core/statistics.ts';
import { count, duration } from '../core/text/format.ts';
import type { Milliseconds } from '../core/units.ts';
import type { WorkloadName } from '../core/plan/workload.ts';

/** How things are done that help: by flags, or by answers to questions. */
export type Ways = {
  readonly rounds: (many: number) => string;
  readonly size: string;
  readonly check: (workload: WorkloadName) => string;
};

export const byFlags: Ways = {
  rounds: (many) => `Add --rounds ${many}`,
  size: 'add a larger --size',
  check: (workload) => `add --workload ${workload}`,
};

export const byAnswers: Ways = {
  rounds: (many) => `Take ${count(many)} rounds`,
  size: 'take a larger size',
  check: () => 'answer m',
};

/** What to try next, and how: the most important first. */
export function nextTexts(report: Report, ways: Ways): readonly string[] {
  const headlines = headlinesOf(report);
  return [
    ...disturbed(report),
    ...new Set(headlines.flatMap((found) => deciding(found, report, ways))),
    ...report.advice.flatMap((found) => adviceText(found, { headlines, report, ways })),
  ];
}

/** Where others take the CPUs, nothing else is worth a try before. */
const disturbed = ({ trust }: Report): readonly string[] =>
  trust.some(({ name, level }) => level === 'warn' && (name === 'other-load' || name === 'steal'))
    ? ['This machine was too busy for these numbers. Run it again when it is quiet.']
    : [];

/** A difference between shorter rounds is mostly chance. */
const shortRound: Milliseconds = 300;

/** What would decide a comparison. */
function deciding(found: Headline, report: Report, ways: Ways): readonly string[] {
  const { plan, finished } = report;
  switch (found.outcome) {
    case 'too-few-rounds':
      return plan.rounds < fewestRounds
        ? [`${ways.rounds(fewestRounds)}: so many make a verdict.`]
        : [finished ? 'Run it again: some rounds failed.' : 'Run it again, to its end.'];
    case 'undecided': {
      const longest = longestWall(found, report);
      return longest < shortRound
        ? [`${duration(longest)} is too short to tell: ${ways.size}.`]
        : [
            `${ways.rounds(moreRounds(plan) ?? plan.rounds)}: more of them, on a quiet machine, would tell.`,
          ];
    }
    case 'faster':
    case 'slower':
    case 'same':
      return [];
  }
}

const longestWall = ({ case: id, over }: Headline, { cases }: Report): Milliseconds =>
  Math.max(
    ...cases.flatMap(({ id: name, typical }) =>
      typical && (name === id || name === over) ? [typical.wall] : [],
    ),
  );

type Known = {
  readonly headlines: readonly Headline[];
  readonly report: Report;
  readonly ways: Ways;
};

/** Why Ray takes as long as it does stands elsewhere, if it is known. */
function adviceText(
  { case: id, sentence, next = sentence, check }: Advice,
  { headlines, report, ways }: Known,
): readonly string[] {
  const found = report.cases.find((one) => one.id === id);
  if (found && !runsHere(found.engine) && rayReasonsOf(report, id)) {
    return [];
  }

  const loses = headlines.some((one) => one.case === id && one.outcome === 'slower');
  const text = check ? next.replace(/\bpress m\b/, ways.check(check)) : next;
  const several = report.advice.length > 1 && next !== sentence;
  return [`${several ? `${id}: ` : ''}${loses ? 'One by one is faster here. ' : ''}${text}`];
}
