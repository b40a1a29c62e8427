import { cellsPerRow, groupsIn, groupSize } from '../canvas/cells.ts';
import { columnsFor } from '../canvas/grid.ts';
import { evenRows, rowsByNode, type CellRow } from '../parts/cell-groups.ts';
import { nodeLabel, workerName, type WorkerSet } from '../parts/worker-set.ts';

/** How the workers stand in their zone, and in how many rows below its rule. */
export type WorkersLayout =
  | { readonly type: 'columns'; readonly columns: number; readonly rows: number }
  | CellsLayout;

export type CellsLayout = {
  readonly type: 'cells';
  /** The cells of every row, on all pages. */
  readonly lines: readonly CellRow[];
  /** In which so many cells stand with the gaps between them. */
  readonly width: number;
  /** Whether the figures stand beside the cells. */
  readonly figures: boolean;
  /** Of one page. */
  readonly rows: number;
  readonly pages: number;
};

export type WorkersRoom = {
  readonly width: number;
  /** Rows below the rule while the other zones have their own. */
  readonly rows: number;
  /** … and where those have given way as far as they can. */
  readonly most: number;
};

/** " ◄" behind a straggler. */
export const markWidth = 2;

/** Name, four cells of a bar, "100 %" and the mark of a straggler; the label of a node where there are several. */
const narrowest = ({ workers, nodes }: WorkerSet): number =>
  workerName(0, workers).length +
  1 +
  4 +
  6 +
  (nodes ? 1 + nodeLabel(0, nodes).length : 0) +
  markWidth;

/** From the richest to the densest: columns, one cell each with figures beside them or without, and pages of cells. */
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
  // Where room is taken that there is not, no less is seen in it than can be.
  return columns.find((layout) => layout.rows <= found.rows) ?? found;
}

/** The figures take their room only where they leave as many groups, or all that there are. */
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

/** Full rows on as few pages as there can be, all about equally high. */
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

/** By node a row is as long as it may be, so that the figures keep their place while workers show up. */
const widthOf = ({ nodes }: WorkerSet, groups: number, room: number): number =>
  nodes ? room : groups * (groupSize + 1) - 1;

/** Done, median, slowest. */
const figureRows = 3;

/** Room for cells and gaps behind their label, with the figures beside them or without; for one group in any case. */
function cellsBeside(workerSet: WorkerSet, width: number, figures: boolean): number {
  const { workers, nodes } = workerSet;
  const label = (nodes ? nodeLabel(0, nodes).length + 1 : 0) + workerName(0, workers).length;
  const besides = figures ? 3 + figureWidth(workerName(0, workers)) : 0;
  return Math.max(groupSize, width - label - 2 - markWidth - besides);
}

/** "slowest  31 %  w074". */
const figureWidth = (name: string): number => 15 + name.length;
