import { count, finePercent, duration, factor, fraction, percent } from '../core/format.ts';
import { bar, engineMark } from '../core/glyphs.ts';
import { usableCpus } from '../core/machine-text.ts';
import type { Report, ReportCase } from '../core/report.ts';
import { wrapped } from '../core/wrapped.ts';

const barWidth = 30;

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
  const scale = {
    ascii,
    longest: Math.max(...cases.map(({ median = 0 }) => median)),
    label: Math.max(margin, ...cases.map(({ id }) => id.length + 3)),
  };
  const sentence = (about: string, text: string) => sentenceLines(about, text, columns);
  const lines = [
    heading(report),
    `${'CPUs'.padEnd(margin)}${usableCpus(machine.usable)}   ${machine.cpu}`,
    ...cases.map((found) => caseLine(found, scale)),
    ...cases.flatMap(scoresLine),
    ...sentence('VERDICT', verdict.sentence),
    ...warnings.flatMap(({ message }) => sentence('!', message)),
    ...(finished ? [] : sentence('!', 'interrupted: only what had finished is counted')),
  ];
  return `${lines.join('\n')}\n`;
}

function sentenceLines(about: string, text: string, columns = Infinity): readonly string[] {
  const width = Math.max(columns - margin - 1, 2 * margin);
  return wrapped(text, width).map((row, index) => (index === 0 ? about : '').padEnd(margin) + row);
}

function heading({ fibtui, plan, cases }: Report): string {
  const workers = Math.max(...cases.map((found) => found.workers));
  const from = plan.tasksFrom === 'user' ? '' : ` (${plan.tasksFrom})`;
  const covered = cases.find((found) => found.coverage !== undefined)?.coverage;
  return [
    `fibtui ${fibtui}`,
    plan.workload,
    `n ${count(plan.size)}`,
    `N ${count(plan.tasks)}${from}`,
    `P ${workers}`,
    plan.repeats === 1 ? '1 repeat' : `${plan.repeats} repeats`,
    ...(covered === undefined ? [] : [`intervals ${finePercent(covered)}`]),
  ].join('   ');
}

type Scale = { readonly ascii: boolean; readonly longest: number; readonly label: number };

function caseLine(found: ReportCase, { ascii, longest, label }: Scale): string {
  const { id, engine, median, low, high, speedup } = found;
  const { letter, fill } = engineMark(engine, ascii);
  const name = `${letter} ${id}`.padEnd(label);
  if (median === undefined) {
    return `${name}no finished pass`;
  }

  const drawn = bar(longest > 0 ? median / longest : 0, barWidth, fill, ' ');
  const range = `${duration(low ?? median)} .. ${duration(high ?? median)}`;
  const value = speedup ? `  ${factor(speedup.value).padStart(6)}` : '';
  return `${name}${drawn}  ${duration(median).padStart(8)}  ${range.padEnd(value ? 20 : 0)}${value}`;
}

function scoresLine({ id, efficiency, karpFlatt }: ReportCase): readonly string[] {
  const scores = [
    ...(efficiency === undefined ? [] : [`parallel efficiency ${percent(efficiency)}`]),
    ...(karpFlatt === undefined ? [] : [`Karp-Flatt ${fraction(karpFlatt)}`]),
  ];
  return scores.length > 0 ? [`${'SCORES'.padEnd(margin)}${id}: ${scores.join(', ')}`] : [];
}
