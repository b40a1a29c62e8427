import { fold } from '../../core/text/fold.ts';
import { wrap } from '../../core/text/wrap.ts';

/** Columns of a help that is read elsewhere than on a terminal; a wider terminal gets no longer rows either. */
export const usualColumns = 80;

/** Less room than this beside its name, and what a flag does goes below it. */
const leastBeside = 30;

const below = 6;

/** The lines of a help text at a terminal's width. */
export const helpRows = (text: string, columns = usualColumns): string =>
  text
    .split('\n')
    .flatMap((line) => rowsOf(line, Math.min(columns, usualColumns)))
    .join('\n');

const isProse = (line: string): boolean => /^(?!Usage:)\S/.test(line);

/** A name and what it does, at least two blanks apart, are two columns where both have room. */
function rowsOf(line: string, columns: number): readonly string[] {
  const name = /^ {2,}\S+(?: \S+)* {2,}(?=\S)/.exec(line)?.[0];
  if (name === undefined || columns - name.length < leastBeside) {
    return fold(line, columns, isProse(line) ? 0 : below);
  }

  const [first, ...others] = wrap(line.slice(name.length), columns - name.length);
  return [`${name}${first}`, ...others.map((row) => ' '.repeat(name.length) + row)];
}
