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

/** The same characters in ASCII alone, one for one: what has no counterpart there becomes a question mark. */
export const inAscii = (text: string): string =>
  text.replaceAll(/[^\n\x20-\x7e]/g, (character) => counterparts[character] ?? '?');
