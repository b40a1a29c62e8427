/** The text that a paste gives to a field of one line, or why it gives none. */
export type PastedLine = { readonly text: string } | { readonly refusal: string };

/** Blanks around what is pasted and the line break at its end are not part of it. */
export function pastedLine(pasted: string): PastedLine {
  const text = pasted.trim();
  if (text === '') {
    return { refusal: 'The paste is empty: nothing was changed.' };
  }

  const lines = text.split(/\r\n|[\r\n]/).length;
  if (lines > 1) {
    return { refusal: `The paste has ${lines} lines, a field takes one: nothing was changed.` };
  }

  return /\p{C}/u.test(text)
    ? { refusal: 'The paste has characters that cannot be seen: nothing was changed.' }
    : { text };
}
