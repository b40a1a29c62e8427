import { cut } from '../../core/text/cut.ts';
import { fold } from '../../core/text/fold.ts';
import { printable } from '../../core/text/printable.ts';
import { widthOf } from '../../core/text/cells.ts';

/** The last row of a terminal, which is written again and again. */
export type RewrittenRow = {
  /** Shows the first of these that fits, or else as much of the last as does; without one, nothing. */
  readonly show: (...texts: readonly string[]) => void;
  /** Prints a line for good, above the row. */
  readonly keep: (line: string) => void;
  readonly clear: () => void;
};

/** Of a line that takes several rows. */
const indent = 2;

/** Without escape sequences, so that the plainest terminal shows it. */
export function openRewrittenRow(
  terminal: Pick<NodeJS.WriteStream, 'write' | 'columns'>,
): RewrittenRow {
  let shown = '';
  const write = (text: string) => void terminal.write(text);
  const clear = () => {
    if (shown !== '') {
      write(`\r${' '.repeat(widthOf(shown))}\r`);
      shown = '';
    }
  };
  const columns = () => terminal.columns || 80;
  const show = (...texts: readonly string[]) => {
    // The last column stays free: some terminals go to the next row with it.
    const room = columns() - 1;
    const row = cut(texts.find((text) => widthOf(text) <= room) ?? texts.at(-1) ?? '', room);
    if (row === '') {
      clear();
    } else if (row !== shown) {
      const blanks = Math.max(0, widthOf(shown) - widthOf(row));
      write(`\r${row}${' '.repeat(blanks)}`);
      shown = row;
    }
  };
  return {
    show,
    clear,
    keep(line) {
      clear();
      fold(printable(line), columns(), indent).forEach((row) => write(`${row}\n`));
    },
  };
}
