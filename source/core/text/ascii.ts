const counterparts: Readonly<Record<string, string>> = {
  '·': '-',
  '±': '~',
  '°': 'o',
  '×': 'x',
  '…': '.',
  '–': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
};

/** Replaces every character outside ASCII by exactly one, so that the width stays; by a question mark if unknown. */
export const inAscii = (text: string): string =>
  text.replaceAll(/[^\n\x20-\x7e]/g, (character) => counterparts[character] ?? '?');
