import { count, duration, factor, fraction, percent } from '../core/format.ts';
import { bar, engineMark } from '../core/glyphs.ts';
import { usableCpus } from '../core/machine-text.ts';
import type { Report, ReportCase } from '../core/report.ts';

const barWidth = 30;

/** The plain form: one line a case, the chart as text, the verdict. Ends in a line break. */
export function summaryOf(report: Report, options: { readonly ascii: boolean }): string {
  const longest = Math.max(...report.cases.map(({ median = 0 }) => median));
  const width = Math.max(...report.cases.map(({ id }) => id.length));
  const lines = [
    heading(report),
    `CPUs      ${usableCpus(report.machine.usable)}   ${report.machine.cpu}`,
    ...report.cases.map((found) => caseLine(found, { ...options, longest, width })),
    `VERDICT   ${report.verdict.sentence}`,
    ...report.warnings.map(({ message }) => `!         ${message}`),
    ...(report.finished ? [] : ['!         interrupted: only what had finished is counted']),
  ];
  return `${lines.join('\n')}\n`;
}

function heading({ fibtui, plan, cases }: Report): string {
  const workers = Math.max(...cases.map((found) => found.workers));
  const from = plan.tasksFrom === 'user' ? '' : ` (${plan.tasksFrom})`;
  return [
    `fibtui ${fibtui}`,
    plan.workload,
    `n ${count(plan.size)}`,
    `N ${count(plan.tasks)}${from}`,
    `P ${workers}`,
    plan.repeats === 1 ? '1 repeat' : `${plan.repeats} repeats`,
  ].join('   ');
}

type ChartOptions = { readonly ascii: boolean; readonly longest: number; readonly width: number };

function caseLine(found: ReportCase, { ascii, longest, width }: ChartOptions): string {
  const { letter, fill } = engineMark(found.engine, ascii);
  const name = `${letter} ${found.id.padEnd(Math.max(width, 7))}`;
  if (found.median === undefined) {
    return `${name} no finished pass`;
  }

  const drawn = bar(longest > 0 ? found.median / longest : 0, barWidth, fill, ' ');
  const range = `${duration(found.low ?? found.median)} .. ${duration(found.high ?? found.median)}`;
  return [`${name} ${drawn}`, duration(found.median).padStart(8), range, ...scores(found)]
    .join('  ')
    .trimEnd();
}

function scores({ speedup, efficiency, karpFlatt }: ReportCase): readonly string[] {
  return [
    ...(speedup ? [factor(speedup.value)] : []),
    ...(efficiency === undefined ? [] : [`efficiency ${percent(efficiency)}`]),
    ...(karpFlatt === undefined ? [] : [`Karp-Flatt ${fraction(karpFlatt)}`]),
  ];
}
