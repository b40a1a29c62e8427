import { cellsPerRow, groupsIn, groupSize } from '../cells.ts';
import { columnsFor } from '../grid.ts';

/** How the workers stand in their zone, and in how many rows below its rule. */
export type WorkersLayout =
  | { readonly type: 'columns'; readonly columns: number; readonly rows: number }
  | CellsLayout;

export type CellsLayout = {
  readonly type: 'cells';
  readonly perRow: number;
  /** Whether the figures stand beside the cells. */
  readonly figures: boolean;
  /** Of one page. */
  readonly rows: number;
  readonly perPage: number;
  readonly pages: number;
};

export type WorkersRoom = {
  readonly width: number;
  /** Rows below the rule while the other zones have their own. */
  readonly rows: number;
  /** … and where those have given way as far as they can. */
  readonly most: number;
};

/** "w007": as many digits as the last one has. */
export const workerName = (worker: number, workers: number): string =>
  `w${String(worker + 1).padStart(String(workers).length, '0')}`;

/** " ◄" behind a laggard. */
export const markWidth = 2;

/** Name, four cells of a bar, "100 %" and the mark of a laggard. */
const narrowest = (name: string): number => name.length + 1 + 4 + 6 + markWidth;

/** From the richest to the densest: columns, one cell each with figures beside them or without, and pages of cells. */
export function workersLayout(workers: number, { width, rows, most }: WorkersRoom): WorkersLayout {
  const name = workerName(0, workers);
  const columns = columnsFor(workers, width, narrowest(name)).map((count) => ({
    type: 'columns' as const,
    columns: count,
    rows: Math.ceil(workers / count),
  }));
  const cells = [true, false].flatMap((figures) => wholeCells(workers, width, figures));
  return (
    [...columns, ...cells].find((layout) => layout.rows <= rows) ??
    cells.find((layout) => layout.rows <= most) ??
    pagedCells(workers, width, Math.max(1, most))
  );
}

/** The figures take their room only where they leave as many groups, or all that there are. */
const groupsBesideFigures = 4;

function wholeCells(workers: number, width: number, figures: boolean): readonly CellsLayout[] {
  const groups = groupsBeside(workers, width, figures);
  if (figures && groups < Math.min(groupsBesideFigures, Math.ceil(workers / groupSize))) {
    return [];
  }

  const perRow = cellsPerRow(workers, groups);
  const rows = Math.max(Math.ceil(workers / perRow), figures ? figureRows : 1);
  return [{ type: 'cells', perRow, figures, rows, perPage: perRow * rows, pages: 1 }];
}

/** Full rows on as few pages as there can be, all about equally high. */
function pagedCells(workers: number, width: number, most: number): CellsLayout {
  const beside = groupsBeside(workers, width, true);
  const figures = beside >= groupsBesideFigures && most >= figureRows;
  const perRow = groupSize * (figures ? beside : groupsBeside(workers, width, false));
  const allRows = Math.ceil(workers / perRow);
  const even = Math.ceil(allRows / Math.ceil(allRows / most));
  const rows = Math.max(even, figures ? figureRows : 1);
  const perPage = perRow * rows;
  return { type: 'cells', perRow, figures, rows, perPage, pages: Math.ceil(workers / perPage) };
}

/** Done, median, slowest. */
const figureRows = 3;

function groupsBeside(workers: number, width: number, figures: boolean): number {
  const name = workerName(0, workers);
  const besides = figures ? 3 + figureWidth(name) : 0;
  return groupsIn(width - name.length - 2 - markWidth - besides);
}

/** "slowest  31 %  w074". */
const figureWidth = (name: string): number => 15 + name.length;
