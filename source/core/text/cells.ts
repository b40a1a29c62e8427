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

export type Fitted = { readonly text: string; readonly width: number };

/** As much of a text as fits in `width` cells, as `printable` writes it. A character of two cells is never halved. */
export function fit(text: string, width: number): Fitted {
  if (isPlain(text)) {
    const kept = text.slice(0, Math.max(0, width));
    return { text: kept, width: kept.length };
  }

  let used = 0;
  let kept = '';
  for (const character of printable(text)) {
    const cells = eastAsianWidth(character.codePointAt(0)!);
    if (used + cells > width) {
      break;
    }

    used += cells;
    kept += character;
  }

  return { text: kept, width: used };
}

export const cutTo = (text: string, width: number): string => fit(text, width).text;

/** A text in a column: cut, or filled with blanks. */
export function column(text: string, width: number): string {
  const kept = fit(text, width);
  return kept.text + ' '.repeat(Math.max(0, width - kept.width));
}
