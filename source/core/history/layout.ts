import { fit, widthOf } from '../text/cells.ts';
import { shortened } from '../text/cut.ts';
import type { Column, TableContext } from './columns.ts';
import type { Cell } from './run-texts.ts';

/** A column with its place in the table. */
export type PlacedColumn = Pick<Column, 'align' | 'gap' | 'cell'> & {
  readonly head: string;
  readonly width: number;
};

type Measured = Column & {
  /** The width without which the column is left out, and the one with all of its text. */
  readonly narrow: number;
  readonly wide: number;
};

/** The columns that have room in `width` cells, as wide as they need be for all runs. */
export function layoutOf(
  columns: readonly Column[],
  context: TableContext,
  width: number,
): readonly PlacedColumn[] {
  const measured = columns
    .filter(({ matters }) => matters?.(context.runs) ?? true)
    .map((column) => measure(column, context));
  const chosen = chosenOf(measured, width);
  let left = width - narrowWidth(chosen);
  return chosen.map(({ align, gap, cell, heads, narrow, wide, least }) => {
    const wanted = wide - narrow;
    // Part of the room for a longer head is of no use.
    const used = least === undefined && wanted > left ? 0 : Math.min(wanted, left);
    left -= used;
    const head = heads.find((text) => widthOf(text) <= narrow + used) ?? '';
    return { align, gap, cell, head, width: narrow + used };
  });
}

export const widthOfLayout = (layout: readonly PlacedColumn[]): number =>
  layout.reduce((sum, { gap, width }) => sum + gap + width, 0);

/** A cell in its column, with the blanks before it. */
export function cellIn({ text, tone }: Cell, { align, gap, width }: PlacedColumn): Cell {
  const kept = fit(widthOf(text) > width ? shortened(text, width) : text, width);
  const rest = ' '.repeat(width - kept.width);
  const filled = align === 'left' ? kept.text + rest : rest + kept.text;
  return { text: ' '.repeat(gap) + filled, tone };
}

function measure(column: Column, context: TableContext): Measured {
  const heads = column.heads.map((text) => widthOf(text));
  const cells = context.runs.map((run) => widthOf(column.cell(run, context).text));
  const content = cells.reduce((most, cell) => Math.max(most, cell), 0);
  const narrow = Math.max(Math.min(content, column.least ?? content), Math.min(...heads));
  return { ...column, narrow, wide: Math.max(content, ...heads) };
}

const narrowWidth = (chosen: readonly Measured[]): number =>
  chosen.reduce((sum, { gap, narrow }) => sum + gap + narrow, 0);

/** In the order of priorities, whatever still fits. */
function chosenOf(measured: readonly Measured[], width: number): readonly Measured[] {
  const priorities = [...new Set(measured.map(({ priority }) => priority))].toSorted(
    (one, other) => one - other,
  );
  return priorities.reduce<readonly Measured[]>((chosen, priority) => {
    const isBesides = ({ besides }: Column) =>
      besides === undefined || chosen.some((column) => column.priority === besides);
    const next = measured.filter(
      (column) => chosen.includes(column) || (column.priority === priority && isBesides(column)),
    );
    return narrowWidth(next) <= width ? next : chosen;
  }, []);
}
