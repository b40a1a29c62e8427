/** A word as a POSIX shell takes it: parts in quotes and parts without. */
const word = /(?:'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|[^\s'"\\])+/g;

/** The words of a line, still quoted. */
export const wordsIn = (line: string): readonly string[] => line.match(word) ?? [];

/** The words of a line as a shell passes them on; undefined where a quote is not closed. Expands nothing. */
export function readWords(line: string): readonly string[] | undefined {
  const isWhole = line.replaceAll(word, '').trim() === '';
  return isWhole ? wordsIn(line).map(withoutQuotes) : undefined;
}

const part = /'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|[^'"\\]+/g;

const withoutQuotes = (text: string): string =>
  text.replaceAll(part, (piece) => {
    const inside = piece.slice(1, -1);
    if (piece.startsWith('"')) {
      return inside.replaceAll(/\\([$`"\\])/g, '$1');
    }

    return piece.startsWith("'") ? inside : piece.replace(/^\\/, '');
  });

const needsNoQuotes = /^[\w@%+=:,./-]+$/;

/** A word, quoted for a shell where it has to be. */
export const quoted = (text: string): string =>
  needsNoQuotes.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
