import { eastAsianWidth } from 'get-east-asian-width';
import { printable } from './printable.ts';

/** Characters that are known to take one cell each: most text never gets further than this. */
const plain =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2400-\u25fc\u2800-\u28ff]*$/;

/** How many cells a terminal gives a text, as `printable` writes it: two for each character of Chinese, Japanese, Korean. */
export function widthOf(text: string): number {
  if (plain.test(text)) {
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
  if (plain.test(text)) {
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
