import { widthOf } from '../../core/text/cells.ts';
import type { Tone } from '../../core/text/palette.ts';
import { piece, type Line, type Piece } from './line.ts';

/** Cells of a row that differ from what the terminal shows. */
export type Stretch = { readonly column: number; readonly parts: Line };

type Cell = { readonly text: string; readonly tone: Tone };

const blank: Cell = { text: ' ', tone: 'plain' };

/** Up to this many equal cells between two stretches are written with them: to move the cursor takes as many bytes. */
const gap = 7;

/** What to write over a row to make it another one. */
export function changesOf(before: Line, after: Line): readonly Stretch[] {
  if (isSame(before, after)) {
    return [];
  }

  const [shown, wanted] = [cellsOf(before), cellsOf(after)];
  const stretches: { column: number; end: number }[] = [];
  for (let column = 0; column < Math.max(shown.length, wanted.length); column++) {
    if (!isSameCell(shown[column] ?? blank, wanted[column] ?? blank)) {
      const last = stretches.at(-1);
      if (last && column - last.end <= gap) {
        last.end = column + 1;
      } else {
        stretches.push({ column, end: column + 1 });
      }
    }
  }

  return stretches.map(({ column, end }) => ({
    column,
    parts: joined(Array.from({ length: end - column }, (_, at) => wanted[column + at] ?? blank)),
  }));
}

const isSame = (before: Line, after: Line): boolean =>
  before === after ||
  (before.length === after.length &&
    before.every((part, index) => isSameCell(part, after[index] ?? blank)));

const isSameCell = (one: Cell, other: Cell): boolean =>
  one.text === other.text && one.tone === other.tone;

/** One entry for each cell of the row. Behind a character of two cells stands an empty one. */
function cellsOf(parts: Line): readonly Cell[] {
  const cells: Cell[] = [];
  for (const { text, tone } of parts) {
    for (const character of text) {
      cells.push({ text: character, tone });
      if (character > '\u00FF' && widthOf(character) > 1) {
        cells.push({ text: '', tone });
      }
    }
  }

  return cells;
}

function joined(cells: readonly Cell[]): Line {
  const parts: Piece[] = [];
  for (const { text, tone } of cells) {
    const last = parts.at(-1);
    if (last?.tone === tone) {
      parts[parts.length - 1] = piece(last.text + text, tone);
    } else {
      parts.push(piece(text, tone));
    }
  }

  return parts;
}
