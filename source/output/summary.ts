import { runsHere } from '../core/plan/engines.ts';
import { isRaised } from '../core/plan/task-count.ts';
import { inAscii } from '../core/text/ascii.ts';
import { coldStartTexts, collectingTexts, costTexts } from '../core/report/case-texts.ts';
import { budgetRowsOf, type BudgetRow } from '../core/report/figures/budget-rows.ts';
import {
  count,
  counted,
  duration,
  factor,
  finePercent,
  fraction,
  moreOrLess,
  percent,
} from '../core/text/format.ts';
import { usableCpus } from '../core/machine/machine-text.ts';
import { fold } from '../core/text/fold.ts';
import type { Palette } from '../core/text/palette.ts';
import { printable } from '../core/text/printable.ts';
import { phaseText, rayAccountOf } from '../core/report/losses/ray-account.ts';
import { wordsIn } from '../core/report/command.ts';
import type { Report } from '../core/report/report.ts';
import type { ReportCase } from '../core/report/figures/report-case.ts';
import type { Warning } from '../core/report/warnings.ts';
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
  /** The look of the text; without one it is plain. */
  readonly palette?: Palette;
};

/** The report as plain text. Ends in a line break. */
export function summaryOf(report: Report, { ascii, columns }: Paper): string {
  const { cases, machine, verdict, advice, warnings, finished } = report;
  const sentence: Sentence = (about, text) => sentenceLines(about, text, columns);
  const lines = [
    heading(report),
    `${'CPUs'.padEnd(margin)}${usableCpus(machine.usable)}   ${machine.cpu}`,
    ...chartLines(report, margin, ascii),
    ...cases.flatMap((found) => scoresLine(found, report)),
    ...factLines(report, sentence),
    ...collectingLine(report, sentence),
    ...rayLines(report, sentence),
    ...cases.flatMap((found) => workersLines(found, cases, sentence)),
    ...sentence('VERDICT', verdict.sentence),
    ...advice.flatMap((found) => sentence('ADVICE', found.sentence)),
    ...warnings.flatMap((warning) => warningLines(warning, sentence)),
    ...trustLines(report, sentence),
    ...commandLines(report, columns),
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

/** The command that rounds the run. A shell reads several rows as one, since each but the last ends in a backslash. */
function commandLines({ command }: Report, columns = Infinity): readonly string[] {
  const width = Math.max(columns - margin - 1, 2 * margin) - continued.length;
  const rows = wordsIn(command).reduce<readonly string[]>((done, word) => {
    const row = done.at(-1);
    return row !== undefined && row.length + 1 + word.length <= width
      ? [...done.slice(0, -1), `${row} ${word}`]
      : [...done, word];
  }, []);
  return rows.map(
    (row, index) =>
      (index === 0 ? 'AGAIN' : '').padEnd(margin) +
      row +
      (index < rows.length - 1 ? continued : ''),
  );
}

const continued = ' \\';

/** Where the number of tasks comes from, unless from the user. */
function tasksFrom({ plan, cases, machine }: Report): string {
  const { tasksFrom: from, tasks } = plan;
  const onCluster = cases.some(({ engine, workers }) => !runsHere(engine) && workers === tasks);
  const raised = from === 'auto' && onCluster && isRaised(plan, machine.usable.count);
  return from === 'user' ? '' : ` (${from}${raised ? ': one per CPU of the cluster' : ''})`;
}

function heading(report: Report): string {
  const { fibtui, plan, cases } = report;
  const covered = cases.find(({ speedup }) => speedup?.coverage !== undefined)?.speedup?.coverage;
  return [
    `fibtui ${fibtui}`,
    plan.workload,
    `n ${count(plan.size)}`,
    `N ${count(plan.tasks)}${tasksFrom(report)}`,
    widthText(cases),
    counted(plan.rounds, 'round'),
    ...(covered === undefined ? [] : [`interval ${finePercent(covered)}`]),
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
  const costs = costTexts(report);
  const misses = report.cases.flatMap(({ id, typical, forecast }) =>
    !typical || !forecast?.wall
      ? []
      : [
          `${id} ${duration(forecast.wall)}, took ${moreOrLess(typical.wall / forecast.wall - 1) ?? 'as long'}`,
        ],
  );
  return [
    ...(starts.length > 0 ? sentence('SCORES', `cold start: ${starts.join(', ')}`) : []),
    ...(costs.length > 0 ? sentence('COST', costs.join('; ')) : []),
    ...(misses.length > 0 ? sentence('FORECAST', misses.join('; ')) : []),
  ];
}

/** Where the workers of a case were: the work and all losses, which add up to the number of workers. */
function workersLines(
  { id, budget }: ReportCase,
  cases: readonly ReportCase[],
  sentence: Sentence,
): readonly string[] {
  if (!budget) {
    return [];
  }

  const { round, wall, local, workers } = budget;
  const several = cases.filter((found) => found.budget).length > 1;
  const walls = `round ${round}: local ${duration(local)}, ${id} ${duration(wall)}`;
  const sum = budgetRowsOf(budget).map(termOf).join(' + ').replaceAll('+ -', '- ');
  const text = `${several ? `${id}: ` : ''}${counted(workers, 'worker')} = ${sum} (${walls})`;
  return sentence('WORKERS', text);
}

/** "0.19 slower side by side (1.9x without it)". */
const termOf = ({ name, workers, without, beyond }: BudgetRow): string =>
  `${workers} ${name}${without === undefined ? '' : ` (${without}x${beyond ? '!' : ''} without it)`}`.replaceAll(
    ' ',
    unbroken,
  );

/** For each case on Ray: its phases, the product that explains its wall, and the page of its job. */
function rayLines(report: Report, sentence: Sentence): readonly string[] {
  const onRay = report.cases.filter(({ engine }) => !runsHere(engine));
  return onRay.flatMap(({ id }) => {
    const account = rayAccountOf(report, id);
    if (!account) {
      return [];
    }

    const { round, where, phases, product, place, link } = account;
    const which = [
      ...(onRay.length > 1 ? [id] : []),
      ...(round === undefined ? [] : [`round ${round}`]),
    ].join(', ');
    const times = phases.map((phase) => phaseText(phase).replaceAll(' ', unbroken)).join(', ');
    return [
      ...sentence('RAY', which === '' ? times : `${which}: ${times}`),
      ...sentence('', where === '' ? product : `${product} (${where})`),
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
