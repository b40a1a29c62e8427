import { budgetRowsOf, type BudgetRow } from '../../core/report/figures/budget-rows.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import type { Report } from '../../core/report/report.ts';
import { counted } from '../../core/text/format.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { budgetRows, headings } from './budget-rows.ts';
import { marginOf } from '../parts/margin.ts';
import { priorities } from './priorities.ts';

type Budgeted = ReportCase & Required<Pick<ReportCase, 'budget'>>;

/** Where the time of the workers went, for every case that has a budget. */
export function budgetZones({ cases }: Report, width: number, theme: Theme): readonly Zone[] {
  const budgeted = cases.filter(isBudgeted);
  return budgeted.map((found) => budgetZone(found, { several: budgeted.length > 1, width }, theme));
}

const isBudgeted = (found: ReportCase): found is Budgeted => found.budget !== undefined;

/** Of the losses, in a small window. */
const fewestLosses = 2;

type Place = { readonly several: boolean; readonly width: number };

function budgetZone(found: Budgeted, { several, width }: Place, theme: Theme): Zone {
  const rows = budgetRowsOf(found.budget);
  const drawn = (shown: readonly BudgetRow[]) => ruled(budgetRows(shown, width, theme));
  const all = drawn(rows);
  const note = unknownSplit(found, width);
  const [work, ...losses] = rows;
  return {
    title: titleOf(found, { several, width }, theme),
    priority: priorities.losses,
    variants: [
      ...(note.length > 0 ? [later(priorities.trustLines, ruled([...all.lines, ...note]))] : []),
      later(priorities.budget, all),
      ...(losses.length > fewestLosses ? [drawn([work!, ...losses.slice(0, fewestLosses)])] : []),
      bare(inWords(losses, found, width)),
      bare([]),
    ],
  };
}

/** With the headings of its columns at the right. */
function titleOf({ id, budget }: Budgeted, { several, width }: Place, theme: Theme): Line {
  const of = several ? `${id}: ` : '';
  const workers = counted(budget.workers, 'worker').toUpperCase();
  const room = width - ruleEnds;
  const titles = [`${of}WHERE THE TIME OF ${workers} WENT`, `${of}WHERE THE TIME WENT`];
  const title = titles.find(({ length }) => length + headings.length + leastRule <= room);
  return title === undefined
    ? line(titles[1]!)
    : line(
        piece(title, 'strong'),
        piece(` ${theme.horizontal.repeat(room - title.length - headings.length - 2)} `, 'frame'),
        piece(headings, 'quiet'),
      );
}

/** Cells of a rule at both ends of its title. */
const ruleEnds = 3;
/** Cells of the rule between a title and the headings. */
const leastRule = 3;

/** The largest losses without a scale. */
function inWords(
  losses: readonly BudgetRow[],
  { budget }: Budgeted,
  width: number,
): readonly Line[] {
  const shown = losses.slice(0, fewestLosses);
  const name = Math.max(0, ...shown.map((row) => row.name.length)) + 2;
  return shown.map(({ name: text, workers, without }) =>
    line(
      marginOf(width),
      text.padEnd(name),
      `${workers} of ${counted(budget.workers, 'worker')}`,
      without === undefined ? '' : `   ${without} × without`,
    ),
  );
}

const untold = 'not reported here: slower side by side, waiting for a CPU, blocked';

/** Says that the split is unknown, so that it is not taken for zero. */
const unknownSplit = ({ budget }: Budgeted, width: number): readonly Line[] =>
  budget.parts.some(({ name }) => name === 'slower or waiting')
    ? [line(marginOf(width), piece(untold, 'quiet'))]
    : [];
