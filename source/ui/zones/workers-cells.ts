import type { EngineName } from '../../core/settings.ts';
import { cellRows, withFigures } from '../cells.ts';
import { piece, type Line } from '../line.ts';
import { level, percentCell } from '../meter.ts';
import type { Theme } from '../theme.ts';
import { lags, type Standing } from './standing.ts';
import { markWidth, workerName, type CellsLayout } from './workers-layout.ts';

export type WorkerCellsView = {
  readonly engine: EngineName;
  readonly standing: Standing;
  readonly layout: CellsLayout;
  readonly page: number;
};

/** One page of the workers as one cell each, a mark behind every row with a laggard in it, and the figures of them all. */
export function workerCells(view: WorkerCellsView, theme: Theme): readonly Line[] {
  const { engine, standing, layout, page } = view;
  const { perRow, perPage } = layout;
  const workers = standing.shares.length;
  const first = page * perPage;
  const end = Math.min(first + perPage, workers);
  const rows = cellRows({
    first,
    end,
    perRow,
    label: (start) => workerName(start, workers),
    draw: (worker) => {
      const cell = level(standing.shares[worker] ?? 0, engine, theme);
      return lags(standing, worker) ? piece(cell.text, 'warning') : cell;
    },
  });
  const marked = rows.map((row, index) => {
    const start = first + index * perRow;
    const found = anyLags(standing, start, Math.min(start + perRow, end));
    return [...row, piece(found ? ` ${theme.laggard}` : ' '.repeat(markWidth), 'warning')];
  });
  return layout.figures ? withFigures(marked, figuresOf(standing)) : marked;
}

function anyLags(standing: Standing, start: number, end: number): boolean {
  for (let worker = start; worker < end; worker++) {
    if (lags(standing, worker)) {
      return true;
    }
  }

  return false;
}

/** Of all workers, also of those on the other pages. */
function figuresOf({ shares, done, median, slowest }: Standing): readonly string[] {
  const workers = shares.length;
  const finished = String(done).padStart(String(workers).length);
  return [
    `done     ${finished} / ${workers}`,
    `median  ${percentCell(median)}`,
    `slowest ${percentCell(shares[slowest] ?? 0)}  ${workerName(slowest, workers)}`,
  ];
}
