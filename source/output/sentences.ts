import { runsHere } from '../core/plan/engines.ts';
import { headlinesOf, type Headline } from '../core/report/headline.ts';
import { costTexts } from '../core/report/case-texts.ts';
import { budgetRowsOf, withoutText } from '../core/report/figures/budget-rows.ts';
import { rayClaim, rayReasonsOf, type RayReasons } from '../core/report/losses/ray-reasons.ts';
import { rayWorthOf, worthQuestion } from '../core/report/losses/ray-worth.ts';
import { finishedReportPasses, passIn } from '../core/report/figures/report-pass.ts';
import type { ReportCase } from '../core/report/figures/report-case.ts';
import type { Report } from '../core/report/report.ts';
import { unknownIn } from '../core/report/findings.ts';
import { isFailure } from '../core/report/warnings.ts';
import { counted, duration, durationsAlike } from '../core/text/format.ts';
import { byAnswers, nextTexts } from './next-texts.ts';
import { stoppedTexts } from '../core/report/stopped-after.ts';
import { trustTexts } from './trust-texts.ts';
import { capitalized } from '../core/text/capitals.ts';

/**
 * The results for those who hear them: the answer, how sure it is, where the rest went and what to try next, how far to
 * trust it, and the verdict.
 */
export const sentencesOf = (report: Report): readonly string[] => [
  ...stoppedTexts(report).map(sentence),
  ...headlinesOf(report).flatMap((headline) => answerSentences(headline, report)),
  ...report.cases.flatMap(({ id }) => raySentences(id, report)),
  ...costTexts(report).map(sentence),
  ...report.warnings.filter(isFailure).map(({ message }) => sentence(message)),
  ...trustTexts(report).map((text) => `Trust: ${text}.`),
  ...nextTexts(report, byAnswers).map((text) => `Next: ${text}`),
  `VERDICT: ${report.verdict.sentence}.`,
];

/** More, on request: every round, where the workers were, every line of trust, and the command. */
export const detailsOf = (report: Report): readonly string[] => [
  ...report.cases.map((found) => roundsSentence(found, report)),
  ...report.cases.flatMap(budgetSentence),
  ...trustSentences(report),
  `To run the same again: ${report.command}`,
];

/** Every line of trust; unknown ones once for each reason. */
function trustSentences({ trust }: Report): readonly string[] {
  return [
    ...trust
      .filter(({ level }) => level !== 'unknown')
      .map(({ level, text }) => `Trust, ${level}: ${text}.`),
    ...unknownIn({ trust }).map(({ text }) => `Trust, ${text}.`),
  ];
}

const sentence = (text: string): string => capitalized(text).replace(/(?<![.!?])$/, '.');

function answerSentences(headline: Headline, report: Report): readonly string[] {
  const { second, limit, limitReason, mark } = headline;
  const reason = limitReason === undefined ? '' : `: ${limitReason}`;
  const most = mark === 'beyond' ? `that is ${limit}` : limit;
  return [
    sentence(claimOf(headline, report)),
    ...wallsSentence(headline, report),
    sentence(second),
    ...(most === undefined ? [] : [sentence(most + reason)]),
    ...lossSentence(headline.case, report),
  ];
}

/** "with 2 workers, pool is 1.73 times as fast as local". */
function claimOf({ case: id, over, workers, against, outcome }: Headline, report: Report): string {
  const found = report.cases.find((one) => one.id === id);
  const crew = found && runsHere(found.engine) ? `with ${counted(workers, 'worker')}, ` : '';
  const name = `${crew}${id}`;
  switch (outcome) {
    case 'faster':
    case 'slower':
    case 'same':
      return `${name} is ${against}`;
    case 'undecided':
      return `${crew}fibtui cannot tell whether ${id} is faster than ${over}`;
    case 'too-few-rounds':
      return `${name} ${found?.speedup ? 'is' : 'took'} ${against}`;
  }
}

/** Both durations of the round that the speed-up comes from; a single round has them in its headline. */
function wallsSentence({ case: id, over }: Headline, { cases, passes }: Report): readonly string[] {
  const { speedup } = cases.find((one) => one.id === id) ?? {};
  const walls = [over, id].map((name) => passIn(passes, name, speedup?.round)?.wall ?? Number.NaN);
  const [before, after] = durationsAlike(walls);
  return speedup
    ? [
        `In round ${speedup.round}, which has the middle speed-up, ${over} took ${before} and ${id} ${after}.`,
      ]
    : [];
}

function lossSentence(id: string, { cases }: Report): readonly string[] {
  const { budget } = cases.find((one) => one.id === id) ?? {};
  const [, largest] = budget ? budgetRowsOf(budget) : [];
  if (!budget || !largest || largest.name === 'everything else') {
    return [];
  }

  const { name, workers, without } = largest;
  const gain = without === undefined ? '' : `; without it, it would be ${withoutText(without)}`;
  return [
    `The largest loss is "${name}", ${workers} of ${counted(budget.workers, 'worker')}${gain}.`,
  ];
}

/** Why Ray takes as long as it does, and whether it is worth it. */
function raySentences(id: string, report: Report): readonly string[] {
  const reasons = rayReasonsOf(report, id);
  const worth = rayWorthOf(report, id);
  return [
    ...(reasons ? [reasonsSentence(reasons)] : []),
    ...(worth.length > 0 ? [worthQuestion(), ...worth] : []),
  ];
}

function reasonsSentence(reasons: RayReasons): string {
  const texts = reasons.factors.map(
    ({ divides, value, because }) =>
      `${divides ? 'divided by' : 'times'} ${value} for ${because[0].replace(': ', ', ')}`,
  );
  return sentence(`${rayClaim(reasons)}: ${texts.join('; ')}`);
}

function roundsSentence({ id }: ReportCase, { passes }: Report): string {
  const walls = finishedReportPasses(passes, id).map(
    ({ round, wall }) => `round ${round} ${duration(wall)}`,
  );
  return sentence(`${id}: ${walls.join(', ') || 'no round finished'}`);
}

/** "2 workers of pool: 1.73 the work, 0.19 slower side by side, without it 1.9 times as fast". */
function budgetSentence({ id, budget }: ReportCase): readonly string[] {
  if (!budget) {
    return [];
  }

  const rows = budgetRowsOf(budget).map(
    ({ name, workers, without }) =>
      `${workers} ${name}${without === undefined ? '' : `, without it ${withoutText(without)}`}`,
  );
  return [`${counted(budget.workers, 'worker')} of ${id}: ${rows.join('; ')}.`];
}
