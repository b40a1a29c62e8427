import { lookOf } from '../../parts/engine-look.ts';
import type { EngineName } from '../../../core/plan/settings.ts';
import { withFigures } from '../../canvas/cells.ts';
import { fitted, piece, type Line, type Piece } from '../../canvas/line.ts';
import { level, percentCell } from '../../canvas/meter.ts';
import type { Theme } from '../../canvas/theme.ts';
import type { CellRow } from '../../parts/cell-groups.ts';
import { nodeLabel, workerName, type WorkerSet } from '../../parts/worker-set.ts';
import { isStraggler, type WorkerProgress } from './worker-progress.ts';
import { markWidth, type CellsLayout } from './workers-layout.ts';

export type WorkerCellsView = {
  readonly engine: EngineName;
  readonly workerSet: WorkerSet;
  readonly progress: WorkerProgress;
  readonly layout: CellsLayout;
  readonly page: number;
};

/** One page of workers as one cell each, a mark behind every row with a problem, and the figures of all workers. */
export function workerCells(view: WorkerCellsView, theme: Theme): readonly Line[] {
  const { progress, layout, page } = view;
  const { lines, rows, width, figures } = layout;
  const drawn = lines.slice(page * rows, (page + 1) * rows).map((row): Line => {
    const cells = fitted(cellsOf(row, view, theme), width);
    return [labelOf(row, view), ...cells, markOf(row, view, theme)];
  });
  return figures ? withFigures(drawn, figuresOf(progress)) : drawn;
}

/** The first worker of a row, after its node if there are several. */
function labelOf([first]: CellRow, { workerSet: { workers, nodes } }: WorkerCellsView): Piece {
  const name = workerName(first?.first ?? 0, workers);
  if (!nodes) {
    return piece(`${name}  `);
  }

  const label = first?.node === undefined ? '' : nodeLabel(first.node, nodes);
  return piece(`${label.padEnd(nodeLabel(0, nodes).length)} ${name}  `);
}

/** A gap takes the tone of the cell before it, so that a row of one tone stays a single piece. */
function cellsOf(row: CellRow, view: WorkerCellsView, theme: Theme): Line {
  return row.flatMap(({ first, end, node }, index) => {
    const next = row[index + 1];
    const parted = next?.node !== undefined && next.node !== node;
    const cells = Array.from({ length: end - first }, (_, cell) =>
      cellOf(first + cell, view, theme),
    );
    const last = cells.pop()!;
    return parted
      ? [...cells, last, piece(theme.vertical, 'frame')]
      : [...cells, piece(`${last.text} `, last.tone)];
  });
}

function cellOf(worker: number, { engine, progress }: WorkerCellsView, theme: Theme): Piece {
  if (progress.failed.has(worker)) {
    return piece('!', 'warning');
  }

  const cell = level(progress.shares[worker] ?? 0, lookOf(engine, theme).tone, theme);
  return isStraggler(progress, worker) ? piece(cell.text, 'warning') : cell;
}

function markOf(row: CellRow, { progress }: WorkerCellsView, { straggler }: Theme): Piece {
  const workers = row.flatMap(({ first, end }) =>
    Array.from({ length: end - first }, (_, index) => first + index),
  );
  if (workers.some((worker) => progress.failed.has(worker))) {
    return piece(' !', 'warning');
  }

  const behind = workers.some((worker) => isStraggler(progress, worker));
  return piece(behind ? ` ${straggler}` : ' '.repeat(markWidth), 'warning');
}

/** The figures of all workers, on all pages. */
function figuresOf({ shares, done, median, slowest }: WorkerProgress): readonly string[] {
  const workers = shares.length;
  const finished = String(done).padStart(String(workers).length);
  return [
    `done     ${finished} / ${workers}`,
    `median  ${percentCell(median)}`,
    `slowest ${percentCell(shares[slowest] ?? 0)}  ${workerName(slowest, workers)}`,
  ];
}
