import { cut } from '../../core/text/cut.ts';
import { printable } from '../../core/text/printable.ts';
import { widthOf } from '../../core/text/cells.ts';

/** The last row of a terminal, which is written again and again. */
export type RewrittenRow = {
  readonly show: (text: string) => void;
  /** Prints a line for good, above the row. */
  readonly keep: (line: string) => void;
  readonly clear: () => void;
};

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
  const show = (text: string) => {
    // The last column stays free: some terminals go to the next row with it.
    const row = cut(text, (terminal.columns || 80) - 1);
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
      write(`${printable(line)}\n`);
    },
  };
}
