import { count, coverage, duration, factor, fraction, percent } from '../core/format.ts';
import { bar, engineMark } from '../core/glyphs.ts';
import { usableCpus } from '../core/machine-text.ts';
import type { Report, ReportCase } from '../core/report.ts';

const barWidth = 30;

/** Where the text of a line begins, behind what the line is about. */
const margin = 10;

/** The plain form: one line a case, the chart as text, the verdict. Ends in a line break. */
export function summaryOf(report: Report, { ascii }: { readonly ascii: boolean }): string {
  const { cases, machine, verdict, warnings, finished } = report;
  const scale = {
    ascii,
    longest: Math.max(...cases.map(({ median = 0 }) => median)),
    label: Math.max(margin, ...cases.map(({ id }) => id.length + 3)),
  };
  const lines = [
    heading(report),
    `${'CPUs'.padEnd(margin)}${usableCpus(machine.usable)}   ${machine.cpu}`,
    ...cases.map((found) => caseLine(found, scale)),
    ...cases.flatMap(scoresLine),
    `${'VERDICT'.padEnd(margin)}${verdict.sentence}`,
    ...warnings.map(({ message }) => `${'!'.padEnd(margin)}${message}`),
    ...(finished ? [] : [`${'!'.padEnd(margin)}interrupted: only what had finished is counted`]),
  ];
  return `${lines.join('\n')}\n`;
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
    ...(covered === undefined ? [] : [`intervals ${coverage(covered)}`]),
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
