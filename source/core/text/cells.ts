import { eastAsianWidth } from 'get-east-asian-width';
import { isPlain, printable } from './printable.ts';

/** How many cells a terminal gives a text, as `printable` writes it: two for each character of Chinese, Japanese, Korean. */
export function widthOf(text: string): number {
  if (isPlain(text)) {
    return text.length;
  }

  let width = 0;
  for (const character of printable(text)) {
    width += eastAsianWidth(character.codePointAt(0)!);
  }

  return width;
}

/** As much of a text as fits in `width` cells, as `printable` writes it. A character of two cells is never halved. */
export function cutTo(text: string, width: number): string {
  if (isPlain(text)) {
    return text.slice(0, Math.max(0, width));
  }

  let room = width;
  let kept = '';
  for (const character of printable(text)) {
    room -= eastAsianWidth(character.codePointAt(0)!);
    if (room < 0) {
      break;
    }

    kept += character;
  }

  return kept;
}

/** A text in a column: cut, or filled with blanks. */
export function column(text: string, width: number): string {
  const kept = cutTo(text, width);
  return kept + ' '.repeat(Math.max(0, width - widthOf(kept)));
}
