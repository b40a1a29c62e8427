import type { Screen } from './cells.ts';
import { sheetOf } from './paper.ts';
import { cellSize, shapesOf } from './shapes.ts';

/** A window as a picture. */
export function stillOf(screen: Screen, label: string): string {
  const strips = screen.map((cells, row) => ({ cells, column: 0, top: row * cellSize.height }));
  return sheetOf({ label, screen, shapes: shapesOf(strips) });
}
