import { widthOf } from './cells.ts';

const counterparts: Readonly<Record<string, string>> = {
  '·': '-',
  '±': '~',
  '°': 'o',
  '×': 'x',
  '÷': '/',
  '…': '.',
  '–': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
};

/** Replaces every character outside ASCII by as many as it has cells, so that the width stays; by question marks if unknown. */
export const inAscii = (text: string): string =>
  text.replaceAll(
    /[^\n\x20-\x7e]/gu,
    (character) => counterparts[character] ?? '?'.repeat(widthOf(character)),
  );
