import { runsHere } from '../core/plan/engines.ts';
import { inAscii } from '../core/text/ascii.ts';
import { coldStartTexts } from '../core/report/case-texts.ts';
import { collectingTexts } from '../core/report/case-texts.ts';
import {
  count,
  counted,
  duration,
  factor,
  finePercent,
  fraction,
  percent,
  signedDuration,
} from '../core/text/format.ts';
import { lossesOf, lossNames } from '../core/report/figures/losses.ts';
import { usableCpus } from '../core/machine/machine-text.ts';
import { fold } from '../core/text/fold.ts';
import { printable } from '../core/text/printable.ts';
import { phaseText, rayAccountOf } from '../core/report/losses/ray-account.ts';
import type { Report } from '../core/report/report.ts';
import type { ReportCase } from '../core/report/figures/report-case.ts';
import type { Warning } from '../core/report/warnings.ts';
import type { Share } from '../core/units.ts';
import { widthText } from '../core/report/width-text.ts';
import { unbroken, wrap } from '../core/text/wrap.ts';
import { chartLines } from './summary-chart.ts';

/** Columns for the word that a line begins with. */
const margin = 10;

/** Where an output is printed. */
export type Paper = {
  /** Print ASCII characters only. */
  readonly ascii: boolean;
  /** Columns of the terminal; elsewhere sentences are not wrapped. */
  readonly columns?: number;
};

/** The report as plain text. Ends in a line break. */
export function summaryOf(report: Report, { ascii, columns }: Paper): string {
  const { cases, machine, verdict, advice, warnings, finished } = report;
  const sentence: Sentence = (about, text) => sentenceLines(about, text, columns);
  const lines = [
    heading(report),
    `${'CPUs'.padEnd(margin)}${usableCpus(machine.usable)}   ${machine.cpu}`,
    ...chartLines(cases, margin, ascii),
    ...cases.flatMap((found) => scoresLine(found, report)),
    ...factLines(report, sentence),
    ...collectingLine(report, sentence),
    ...rayLines(report, sentence),
    ...cases.flatMap((found) => lostLines(found, cases, sentence)),
    ...sentence('VERDICT', verdict.sentence),
    ...advice.flatMap((found) => sentence('ADVICE', found.sentence)),
    ...warnings.flatMap((warning) => warningLines(warning, sentence)),
    ...trustLines(report, sentence),
    ...(finished ? [] : sentence('!', 'interrupted: only what had finished is counted')),
  ];
  const rows = lines.flatMap((found) => fold(printable(found), columns ?? Infinity, margin));
  const text = `${rows.join('\n')}\n`;
  return ascii ? inAscii(text) : text;
}

type Sentence = (about: string, text: string) => readonly string[];

function sentenceLines(about: string, text: string, columns = Infinity): readonly string[] {
  const width = Math.max(columns - margin - 1, 2 * margin);
  return wrap(text, width).map((row, index) => (index === 0 ? about : '').padEnd(margin) + row);
}

function heading({ fibtui, plan, cases }: Report): string {
  const from = plan.tasksFrom === 'user' ? '' : ` (${plan.tasksFrom})`;
  const covered = cases.find((found) => found.coverage !== undefined)?.coverage;
  return [
    `fibtui ${fibtui}`,
    plan.workload,
    `n ${count(plan.size)}`,
    `N ${count(plan.tasks)}${from}`,
    widthText(cases),
    counted(plan.repeats, 'repeat'),
    ...(covered === undefined ? [] : [`intervals ${finePercent(covered)}`]),
  ].join('   ');
}

function scoresLine(
  { id, workers, efficiency, karpFlatt }: ReportCase,
  { verdict: { inside = [] } }: Report,
): readonly string[] {
  const onRay = inside.find((found) => found.case === id);
  const scores = [
    ...(efficiency === undefined ? [] : [`parallel efficiency ${percent(efficiency)}`]),
    ...(karpFlatt === undefined ? [] : [`Karp-Flatt ${fraction(karpFlatt)}`]),
    ...(onRay
      ? [
          `inside the cluster ${factor(onRay.factor)}`,
          `efficiency ${percent(onRay.factor / workers)}`,
        ]
      : []),
  ];
  return scores.length > 0 ? [`${'SCORES'.padEnd(margin)}${id}: ${scores.join(', ')}`] : [];
}

/** Cold starts, and the errors of the forecast. */
function factLines(report: Report, sentence: Sentence): readonly string[] {
  const starts = coldStartTexts(report);
  const misses = report.cases.flatMap(({ id, median, forecast }) =>
    median === undefined || !forecast?.wall
      ? []
      : [`${id} ${duration(forecast.wall)}, took ${forecastError(median / forecast.wall - 1)}`],
  );
  return [
    ...(starts.length > 0 ? sentence('SCORES', `cold start: ${starts.join(', ')}`) : []),
    ...(misses.length > 0 ? sentence('FORECAST', misses.join('; ')) : []),
  ];
}

/** "3 % more" than forecast. */
function forecastError(off: Share): string {
  const text = percent(Math.abs(off));
  return text === percent(0) ? 'as long' : `${text} ${off > 0 ? 'more' : 'less'}`;
}

/** Lost core-time of a case, the largest loss first. */
function lostLines(
  { id, budget }: ReportCase,
  cases: readonly ReportCase[],
  sentence: Sentence,
): readonly string[] {
  if (!budget) {
    return [];
  }

  const several = cases.filter((found) => found.budget).length > 1;
  const parts = lossesOf(budget).map(({ name, took }) =>
    `${lossNames[name]} ${signedDuration(took)}`.replaceAll(' ', unbroken),
  );
  const whole = `of ${duration(budget.total)} of core-time`;
  return sentence('lost', `${several ? `${id}: ` : ''}${parts.join(', ')} ${whole}`);
}

/** For each case on Ray: its phases, the product that explains its wall, and the page of its job. */
function rayLines(report: Report, sentence: Sentence): readonly string[] {
  const onRay = report.cases.filter(({ engine }) => !runsHere(engine));
  return onRay.flatMap(({ id }) => {
    const account = rayAccountOf(report, id);
    if (!account) {
      return [];
    }

    const { round, phases, product, place, link } = account;
    const which = [
      ...(onRay.length > 1 ? [id] : []),
      ...(round === undefined ? [] : [`round ${round}`]),
    ].join(', ');
    const times = phases.map((phase) => phaseText(phase).replaceAll(' ', unbroken)).join(', ');
    return [
      ...sentence('RAY', which === '' ? times : `${which}: ${times}`),
      ...sentence('', product),
      ...sentence('', `${place}: ${link}`),
    ];
  });
}

/** Only `bigint` has such a line. */
function collectingLine(report: Report, sentence: Sentence): readonly string[] {
  const texts = collectingTexts(report);
  return texts.length > 0
    ? sentence('GARBAGE', `collection took so much of the tasks' time: ${texts.join(', ')}`)
    : [];
}

/** Warnings and notes; lines that say all is well are left out. */
function trustLines({ trust }: Report, sentence: Sentence): readonly string[] {
  const levels = ['warn', 'note'] as const;
  return levels.flatMap((wanted) =>
    trust
      .filter(({ level }) => level === wanted)
      .flatMap(({ text }) => sentence(wanted.toUpperCase(), text)),
  );
}

/** A longer log would bury the rest of the summary. */
const logLines = 10;

function warningLines({ message, log = [] }: Warning, sentence: Sentence): readonly string[] {
  const last = log.slice(-logLines).map((row) => row.trimEnd());
  return [...sentence('!', message), ...last.map((row) => `${' '.repeat(margin + 2)}${row}`)];
}
