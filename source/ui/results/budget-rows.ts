import { lookOf } from '../parts/engine-look.ts';
import { budgetRowsOf, type BudgetRow } from '../../core/report/figures/budget-rows.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import { columnWidth, gridRows } from '../canvas/grid.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import { meter } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';

export type Budgeted = ReportCase & Required<Pick<ReportCase, 'budget'>>;

const leastBar = 8;
const gap = 2;

/** The parts as bars, one per row, and also two per row if the bars fit. */
export function budgetRows(
  found: Budgeted,
  width: number,
  theme: Theme,
): { readonly below: readonly Line[]; readonly beside?: readonly Line[] } {
  const parts = budgetRowsOf(found.budget);
  const columns = columnsOf(parts);
  const taken = columns.name + columns.workers + columns.without;
  const rowsIn = (count: number) =>
    gridRows({ count: parts.length, columns: count, width }, (index, cells) =>
      partRow(parts[index]!, { found, columns, bar: cells - taken }, theme),
    );
  const fits = columnWidth(2, width) - taken >= leastBar;
  const below = [...rowsIn(1), ...unknown(found)];
  return { below, ...(fits ? { beside: [...rowsIn(2), ...unknown(found)] } : {}) };
}

type Columns = Readonly<Record<'name' | 'workers' | 'without', number>>;

const columnsOf = (parts: readonly BudgetRow[]): Columns => ({
  name: Math.max(...parts.map(({ name }) => name.length)) + gap,
  workers: Math.max(...parts.map(({ workers }) => workers.length)) + gap,
  without: Math.max(0, ...parts.map((part) => withoutText(part).length + gap)),
});

/** "1.9x without". */
const withoutText = ({ without }: BudgetRow): string =>
  without === undefined ? '' : `${without} without`;

type Cells = {
  readonly found: Budgeted;
  readonly columns: Columns;
  /** Cells of the bar. */
  readonly bar: number;
};

/** All parts of a budget share one axis. Losses are drawn like overhead. */
function partRow(part: BudgetRow, { found, columns, bar }: Cells, theme: Theme): Line {
  const { name, share, workers } = part;
  const look = lookOf(found.engine, theme);
  const fill = name === 'the work' ? look : { ...look, glyph: theme.overhead };
  return line(
    name.padEnd(columns.name),
    ...meter(Math.max(0, share), { ...fill, width: bar }, theme),
    workers.padStart(columns.workers),
    withoutText(part).padStart(columns.without),
  );
}

const untold = 'not reported here: slower side by side, waiting for a CPU, blocked';

/** Says that the split is unknown, so that it is not taken for zero. */
const unknown = ({ budget }: Budgeted): readonly Line[] =>
  budget.parts.some(({ name }) => name === 'slower or waiting')
    ? [line(piece(untold, 'faint'))]
    : [];
