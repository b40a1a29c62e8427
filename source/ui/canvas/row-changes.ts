import { widthOf } from '../../core/text/cells.ts';
import type { Tone } from '../../core/text/palette.ts';
import { isPlain } from '../../core/text/printable.ts';
import { piece, type Line, type Piece } from './line.ts';

/** Cells of a row that differ from what the terminal shows. */
export type Stretch = { readonly column: number; readonly parts: Line };

/** A row cell by cell, in columns: an object for each cell would be most of the garbage of a frame. */
type Cells = {
  /** Code points. Behind a character of two cells stands an empty one. */
  readonly codes: number[];
  readonly tones: Tone[];
};

const blank = 0x20;
const empty = -1;

/** Up to this many equal cells between two stretches are written with them: to move the cursor takes as many bytes. */
const gap = 7;

/** What to write over a row to make it another one. */
export function changesOf(before: Line, after: Line): readonly Stretch[] {
  if (isSame(before, after)) {
    return [];
  }

  const [shown, wanted] = [cellsOf(before), cellsOf(after)];
  const width = Math.max(shown.codes.length, wanted.codes.length);
  fill(shown, width);
  fill(wanted, width);
  const stretches: { column: number; end: number }[] = [];
  for (let column = 0; column < width; column++) {
    if (
      shown.codes[column] !== wanted.codes[column] ||
      shown.tones[column] !== wanted.tones[column]
    ) {
      const last = stretches.at(-1);
      if (last && column - last.end <= gap) {
        last.end = column + 1;
      } else {
        stretches.push({ column, end: column + 1 });
      }
    }
  }

  return stretches.map(({ column, end }) => ({ column, parts: partsOf(wanted, column, end) }));
}

const isSame = (before: Line, after: Line): boolean =>
  before === after ||
  (before.length === after.length &&
    before.every(
      (part, index) => part.text === after[index]?.text && part.tone === after[index].tone,
    ));

function cellsOf(parts: Line): Cells {
  const cells: Cells = { codes: [], tones: [] };
  for (const { text, tone } of parts) {
    const isNarrow = isPlain(text);
    for (let index = 0; index < text.length; index++) {
      const code = text.codePointAt(index)!;
      put(cells, code, tone);
      if (!isNarrow && widthOf(String.fromCodePoint(code)) > 1) {
        put(cells, empty, tone);
      }

      // The second half of a surrogate pair.
      index += code > 0xffff ? 1 : 0;
    }
  }

  return cells;
}

function put({ codes, tones }: Cells, code: number, tone: Tone): void {
  codes.push(code);
  tones.push(tone);
}

function fill(cells: Cells, width: number): void {
  while (cells.codes.length < width) {
    put(cells, blank, 'plain');
  }
}

/** Some of the cells, joined where neighbours have the same tone. */
function partsOf({ codes, tones }: Cells, column: number, end: number): Line {
  const parts: Piece[] = [];
  for (let from = column, to = column; from < end; from = to) {
    const tone = tones[from]!;
    while (to < end && tones[to] === tone) {
      to++;
    }

    const run = codes.slice(from, to).filter((code) => code !== empty);
    parts.push(piece(String.fromCodePoint(...run), tone));
  }

  return parts;
}
