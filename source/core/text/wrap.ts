import { cutTo, widthOf } from './cells.ts';
import { printable } from './printable.ts';

/** A space that never ends a row. */
export const unbroken = '\u00A0';

/** Between a number and its unit, and between the two parts of "2 min 5 s". */
const inQuantity = /(?<=\d) (?=(?:%|ms|s|min|h|[kMGT]?B|GHz|°C)(?!\w))|(?<=\d (?:min|h)) (?=\d)/g;

/** Breaks text into rows of at most `width` cells: at spaces, and inside words that are longer than a row. */
export function wrap(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  for (const word of wordsOf(text, width)) {
    const row = rows.at(-1);
    if (row !== undefined && widthOf(row) + 1 + widthOf(word) <= width) {
      rows[rows.length - 1] = `${row} ${word}`;
    } else {
      rows.push(word);
    }
  }

  return rows.map((row) => row.replaceAll(unbroken, ' '));
}

const wordsOf = (text: string, width: number): readonly string[] =>
  text
    .replaceAll(inQuantity, unbroken)
    .split(' ')
    .flatMap((word) => (widthOf(word) <= width ? [word] : piecesOf(word, width)));

function piecesOf(word: string, width: number): readonly string[] {
  return word.split(unbroken).flatMap((part) => {
    const pieces: string[] = [];
    for (let rest = printable(part); rest !== '';) {
      // A row of one cell has no room for a character of two.
      const piece = cutTo(rest, width) || '?';
      pieces.push(piece);
      rest = rest.slice(
        piece === '?' ? String.fromCodePoint(rest.codePointAt(0)!).length : piece.length,
      );
    }

    return pieces;
  });
}
