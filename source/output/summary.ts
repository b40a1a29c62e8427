import { inAscii } from '../core/ascii.ts';
import { collectingTexts } from '../core/collecting.ts';
import { count, factor, finePercent, fraction, percent } from '../core/format.ts';
import { usableCpus } from '../core/machine-text.ts';
import { printable } from '../core/printable.ts';
import { phaseText, rayAccountOf } from '../core/ray-account.ts';
import type { Report, ReportCase, Warning } from '../core/report.ts';
import { widthText } from '../core/width-text.ts';
import { wrapped } from '../core/wrapped.ts';
import { chartLines } from './summary-chart.ts';

/** Where the text of a line begins, behind what the line is about. */
const margin = 10;

export type SummaryOptions = {
  readonly ascii: boolean;
  /** Columns of the terminal that it is printed on; sentences are not broken where there is none. */
  readonly columns?: number;
};

/** The plain form: one line a case, the chart as text, the verdict. Ends in a line break. */
export function summaryOf(report: Report, { ascii, columns }: SummaryOptions): string {
  const { cases, machine, verdict, warnings, finished } = report;
  const sentence: Sentence = (about, text) => sentenceLines(about, text, columns);
  const lines = [
    heading(report),
    `${'CPUs'.padEnd(margin)}${usableCpus(machine.usable)}   ${machine.cpu}`,
    ...chartLines(cases, margin, ascii),
    ...cases.flatMap((found) => scoresLine(found, report)),
    ...collectingLine(report, sentence),
    ...rayLines(report, sentence),
    ...sentence('VERDICT', verdict.sentence),
    ...warnings.flatMap((warning) => warningLines(warning, sentence)),
    ...trustLines(report, sentence),
    ...(finished ? [] : sentence('!', 'interrupted: only what had finished is counted')),
  ];
  const text = `${lines.join('\n')}\n`;
  return ascii ? inAscii(text) : text;
}

type Sentence = (about: string, text: string) => readonly string[];

/** A blank at which a sentence is not broken. */
const unbroken = '\u00A0';

function sentenceLines(about: string, text: string, columns = Infinity): readonly string[] {
  const width = Math.max(columns - margin - 1, 2 * margin);
  return wrapped(text, width).map(
    (row, index) => (index === 0 ? about : '').padEnd(margin) + row.replaceAll(unbroken, ' '),
  );
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
    plan.repeats === 1 ? '1 repeat' : `${plan.repeats} repeats`,
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

/** Of every case on Ray: its phases, why its wall is what it is, and where its job can be looked at. */
function rayLines(report: Report, sentence: Sentence): readonly string[] {
  const onRay = report.cases.filter(({ engine }) => engine === 'ray');
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

/** With `bigint` alone. */
function collectingLine(report: Report, sentence: Sentence): readonly string[] {
  const texts = collectingTexts(report);
  return texts.length > 0
    ? sentence('GARBAGE', `collection took so much of the tasks' time: ${texts.join(', ')}`)
    : [];
}

/** What is worth knowing before the numbers are trusted: that all is well is not. */
function trustLines({ trust }: Report, sentence: Sentence): readonly string[] {
  const levels = ['warn', 'note'] as const;
  return levels.flatMap((wanted) =>
    trust
      .filter(({ level }) => level === wanted)
      .flatMap(({ text }) => sentence(wanted.toUpperCase(), text)),
  );
}

/** More of a log than this would bury the rest. */
const logLines = 10;

function warningLines({ message, log = [] }: Warning, sentence: Sentence): readonly string[] {
  const last = log.slice(-logLines).map((row) => printable(row).trimEnd());
  return [...sentence('!', message), ...last.map((row) => `${' '.repeat(margin + 2)}${row}`)];
}
