import { cellsPerRow, groupsIn, groupSize } from '../../canvas/cells.ts';
import { columnsFor } from '../../canvas/grid.ts';
import { evenRows, rowsByNode, type CellRow } from '../../parts/cell-groups.ts';
import { nodeLabel, workerName, type WorkerSet } from '../../parts/worker-set.ts';

/** The layout of the workers, and its rows below the rule. */
export type WorkersLayout =
  | { readonly type: 'columns'; readonly columns: number; readonly rows: number }
  | CellsLayout;

export type CellsLayout = {
  readonly type: 'cells';
  /** The cells of every row, on all pages. */
  readonly lines: readonly CellRow[];
  /** The width of a row of cells, gaps included. */
  readonly width: number;
  /** Whether figures stand beside the cells. */
  readonly figures: boolean;
  /** The rows of one page. */
  readonly rows: number;
  readonly pages: number;
};

export type WorkersRoom = {
  /** Between the margins. */
  readonly width: number;
  readonly margin: string;
  /** Rows below the rule if the other zones get theirs. */
  readonly rows: number;
  /** Rows below the rule if the other zones shrink as far as they can. */
  readonly most: number;
};

/** " ◄" behind a straggler. */
export const markWidth = 2;

/** A name, four cells of a bar, "100 %", the mark of a straggler, and the label of a node if there are several. */
const narrowest = ({ workers, nodes }: WorkerSet): number =>
  workerName(0, workers).length +
  1 +
  4 +
  6 +
  (nodes ? 1 + nodeLabel(0, nodes).length : 0) +
  markWidth;

/** The richest layout that fits: columns, cells with figures, cells without, pages of cells. */
export function workersLayout(
  workerSet: WorkerSet,
  { width, rows, most }: WorkersRoom,
): WorkersLayout {
  const { workers } = workerSet;
  const columns = columnsFor(workers, width, narrowest(workerSet)).map((count) => ({
    type: 'columns' as const,
    columns: count,
    rows: Math.ceil(workers / count),
  }));
  const cells = [true, false].flatMap((figures) => wholeCells(workerSet, width, figures));
  const found =
    [...columns, ...cells].find((layout) => layout.rows <= rows) ??
    cells.find((layout) => layout.rows <= most) ??
    pagedCells(workerSet, width, Math.max(1, most));
  // If the layout takes more rows than it should, columns that fit in them show more.
  return columns.find((layout) => layout.rows <= found.rows) ?? found;
}

/** Figures are shown only if they leave room for this many groups, or for all. */
const groupsBesideFigures = 4;

function wholeCells(workerSet: WorkerSet, width: number, figures: boolean): readonly CellsLayout[] {
  const room = cellsBeside(workerSet, width, figures);
  const groups = groupsIn(room);
  if (figures && groups < Math.min(groupsBesideFigures, Math.ceil(workerSet.workers / groupSize))) {
    return [];
  }

  const even = cellsPerRow(workerSet.workers, groups) / groupSize;
  const lines = workerSet.nodes ? rowsByNode(workerSet, room) : evenRows(workerSet, even);
  const rows = Math.max(lines.length, figures ? figureRows : 1);
  return [{ type: 'cells', lines, width: widthOf(workerSet, even, room), figures, rows, pages: 1 }];
}

/** Full rows on the fewest pages, all of about the same height. */
function pagedCells(workerSet: WorkerSet, width: number, most: number): CellsLayout {
  const figures =
    most >= figureRows && groupsIn(cellsBeside(workerSet, width, true)) >= groupsBesideFigures;
  const room = cellsBeside(workerSet, width, figures);
  const full = groupsIn(room);
  const lines = workerSet.nodes ? rowsByNode(workerSet, room) : evenRows(workerSet, full);
  const even = Math.ceil(lines.length / Math.ceil(lines.length / most));
  const rows = Math.max(even, figures ? figureRows : 1);
  const pages = Math.ceil(lines.length / rows);
  return { type: 'cells', lines, width: widthOf(workerSet, full, room), figures, rows, pages };
}

/** Rows by node take the whole width, so that the figures keep their place while workers join. */
const widthOf = ({ nodes }: WorkerSet, groups: number, room: number): number =>
  nodes ? room : groups * (groupSize + 1) - 1;

/** Done, median, slowest. */
const figureRows = 3;

/** Cells left between the label and the figures, if shown; at least one group. */
function cellsBeside(workerSet: WorkerSet, width: number, figures: boolean): number {
  const { workers, nodes } = workerSet;
  const label = (nodes ? nodeLabel(0, nodes).length + 1 : 0) + workerName(0, workers).length;
  const besides = figures ? 3 + figureWidth(workerName(0, workers)) : 0;
  return Math.max(groupSize, width - label - 2 - markWidth - besides);
}

/** "slowest  31 %  w074". */
const figureWidth = (name: string): number => 15 + name.length;
