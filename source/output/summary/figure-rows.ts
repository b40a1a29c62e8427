import { runsHere } from '../../core/plan/engines.ts';
import { collectingTexts, costTexts } from '../../core/report/case-texts.ts';
import {
  budgetRowsOf,
  withoutText,
  type BudgetRow,
} from '../../core/report/figures/budget-rows.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import { phaseText, rayAccountOf } from '../../core/report/losses/ray-account.ts';
import { rayClaim, rayReasonsOf, type RayReasons } from '../../core/report/losses/ray-reasons.ts';
import { rayWorthOf, worthQuestion } from '../../core/report/losses/ray-worth.ts';
import type { Report } from '../../core/report/report.ts';
import { headlinesOf } from '../../core/report/headline.ts';
import { counted, durationsAlike } from '../../core/text/format.ts';
import { unbroken, wrap } from '../../core/text/wrap.ts';
import { piece, type Row } from '../rows.ts';

const indent = '  ';

/** Where the workers of every case on this machine were, and what they cost. */
export function workersRows(report: Report, width: number): readonly Row[] {
  const accounted = report.cases.filter(({ budget }) => budget);
  const budgets = accounted.flatMap((found) => budgetRows(found, accounted.length > 1, width));
  const collecting = collectingTexts(report);
  const texts = [
    ...limitTexts(report),
    ...costTexts(report),
    ...(collecting.length > 0
      ? [`garbage collection, of the time in tasks: ${collecting.join(', ')}`]
      : []),
  ];
  return [...budgets, ...texts.flatMap((text) => indented(text, width))];
}

/** Why the limit is below the number of workers, or what a speed-up above it means. */
function limitTexts(report: Report): readonly string[] {
  const headlines = headlinesOf(report);
  return headlines.flatMap(({ case: id, limit, limitReason }) => {
    const name = headlines.length > 1 ? `${id}: ` : '';
    return limit === undefined || limitReason === undefined
      ? []
      : [`${name}${limit}: ${limitReason}`];
  });
}

/** "2 workers = 1.73 the work + 0.19 slower side by side", and how fast it would be without the largest losses. */
function budgetRows({ id, budget }: ReportCase, isNamed: boolean, width: number): readonly Row[] {
  if (!budget) {
    return [];
  }

  const rows = budgetRowsOf(budget);
  const sum = rows
    .map(termOf)
    .join(' + ')
    .replaceAll('+ -', '- ')
    .replaceAll(/([+-]) /g, `$1${unbroken}`);
  const head = `${indent}${isNamed ? `${id}: ` : ''}${counted(budget.workers, 'worker')} = `;
  const later = ' '.repeat(head.length);
  const lines = wrap(sum, Math.max(width - head.length, head.length));
  const without = rows.filter(({ without }) => without !== undefined).slice(0, mostWithout);
  return [
    ...lines.map((text, index) => [piece(index === 0 ? head : later), piece(text)]),
    ...(without.length > 0 ? indented(withoutRow(without), width) : []),
  ];
}

/** More than this is read on the screen. */
const mostWithout = 2;

const termOf = ({ name, workers }: BudgetRow): string =>
  `${workers} ${name}`.replaceAll(' ', unbroken);

/** 'without "slower side by side" it would be 1.9 times as fast, without "blocked" 1.8 times as fast'. */
const withoutRow = (rows: readonly BudgetRow[]): string =>
  rows
    .flatMap(({ name, without }, index) =>
      without === undefined
        ? []
        : `without "${name}" ${index === 0 ? 'it would be ' : ''}${withoutText(without)}`,
    )
    .join(', ');

/** Why Ray takes as long as it does, whether it is worth it, and where its job is seen. */
export const rayRows = (report: Report, width: number): readonly Row[] =>
  report.cases
    .filter(({ engine }) => !runsHere(engine))
    .flatMap(({ id }) => {
      const account = rayAccountOf(report, id);
      const reasons = rayReasonsOf(report, id);
      return account
        ? [
            ...(reasons
              ? reasonRows(reasons, width)
              : indented(`${id}: ${account.phases.map(phaseText).join(', ')}`, width)),
            ...indented(worthText(report, id), width),
            ...indented(`${account.place}: ${account.link}`, width),
          ]
        : [];
    });

const worthText = (report: Report, id: string): string =>
  [worthQuestion(), ...rayWorthOf(report, id)].join(' ');

/** "ray takes 6.61 times as long (round 2: 9.66 s over 1.46 s)", and below it the factors that make that. */
function reasonRows(reasons: RayReasons, width: number): readonly Row[] {
  const { round, factors } = reasons;
  const [wall, overWall] = durationsAlike([reasons.wall, reasons.overWall]);
  const longest = Math.max(...factors.map(({ value }) => value.length));
  return [
    ...indented(`${rayClaim(reasons)} (round ${round}: ${wall} over ${overWall})`, width),
    ...factors.flatMap(({ divides, value, because: [text, ...shorter] }) => {
      const before = `${indent}${indent}${divides ? '÷' : '×'} ${value.padEnd(longest)}   `;
      const room = width - before.length;
      const fitting = [text, ...shorter].find(({ length }) => length <= room);
      return wrap(fitting ?? text, room).map((row, index) => [
        piece(index === 0 ? before : ' '.repeat(before.length)),
        piece(row),
      ]);
    }),
  ];
}

const indented = (text: string, width: number): readonly Row[] =>
  text === '' ? [] : wrap(text, width - indent.length).map((row) => [piece(`${indent}${row}`)]);
