/** A line that somebody else wrote, without what would move a cursor or turn text around. */
export const printable = (line: string): string =>
  line.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/\p{Cf}/gu, '');
