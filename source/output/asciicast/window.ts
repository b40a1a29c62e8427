import type { WindowSize } from './format.ts';

export const usualWindow: WindowSize = { columns: 80, rows: 24 };

/** A terminal may not know its size, and says 0. */
export const sizeOf = ({ columns, rows }: WindowSize): WindowSize => ({
  columns: columns || usualWindow.columns,
  rows: rows || usualWindow.rows,
});

/** What is drawn on a terminal: a layout of this size, as far as there is room for it now. */
export const pinnedTo = (window: WindowSize, { columns, rows }: WindowSize): WindowSize => ({
  columns: Math.min(window.columns, columns || Infinity),
  rows: Math.min(window.rows, rows || Infinity),
});
