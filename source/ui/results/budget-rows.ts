import type { BudgetRow } from '../../core/report/figures/budget-rows.ts';
import { filledCells } from '../../core/text/glyphs.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { marginOf } from '../parts/margin.ts';

/** Cells that the columns of a budget take, with their headings. */
export const headings = 'workers  without it';

const [workersWidth, withoutWidth] = headings.split('  ').map(({ length }) => length) as [
  number,
  number,
];
const gap = 2;

/** A rule ends in three cells behind its title. */
const ruleEnd = 1;

/** One row for each part: its name, its share of all the workers' time as a bar, and both numbers. */
export function budgetRows(
  rows: readonly BudgetRow[],
  width: number,
  theme: Theme,
): readonly Line[] {
  const margin = marginOf(width);
  const name = Math.max(...rows.map((row) => row.name.length)) + gap;
  const end = gap + headings.length + ruleEnd;
  const cells = Math.max(0, width - margin.length - name - end);
  return rows.map((row) => {
    const { share, workers } = row;
    const filled = filledCells(share, cells);
    const tone = row.name === 'the work' ? 'quiet' : 'loss';
    return line(
      margin,
      row.name.padEnd(name),
      piece(theme.part.repeat(filled), tone),
      ' '.repeat(cells - filled + gap),
      workers.padStart(workersWidth),
      ' '.repeat(gap),
      (row.without === undefined ? '' : `${row.without} ×`).padStart(withoutWidth),
    );
  });
}
