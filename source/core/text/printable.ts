/** Removes characters from foreign text that would move the cursor or reverse the writing direction. */
export const printable = (line: string): string =>
  line.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/\p{Cf}/gu, '');
