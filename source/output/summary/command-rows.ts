import { widthOf } from '../../core/text/cells.ts';
import { wordsIn } from '../../core/text/shell-words.ts';
import type { Paper } from '../paper.ts';
import { isPrintedWhole, labelled, margin, piece, widthIn, type Row } from '../rows.ts';
import { shellPieces } from './shell-pieces.ts';

/** The command that repeats the run, or where to find it if other characters would be printed for some of its own. */
export function againRows(command: string, paper: Paper): readonly Row[] {
  const width = widthIn(paper);
  const rows = commandRows(command, width);
  return rows.every((row) => isPrintedWhole(row, paper))
    ? rows
    : labelled(piece('Again:', 'strong'), unprintable, width);
}

const unprintable =
  'The command has characters that cannot be printed here: --json has it, as "command".';

/** The command in rows. A shell reads its rows as one, since each but the last ends in a backslash. */
export function commandRows(command: string, width: number): readonly Row[] {
  const lines = flagsIn(command).reduce<readonly Line[]>(
    (done, flag) => withFlag(done, flag, width),
    [],
  );
  return lines.map(({ indent, text }, index) => {
    const label = (index === 0 ? 'Again:' : '').padEnd(indent);
    return [piece(label, 'strong'), piece(text + endOf(lines[index + 1]))];
  });
}

/** The words of a command, each flag with its value. */
const flagsIn = (command: string): readonly string[] =>
  wordsIn(command).reduce<readonly string[]>(
    (flags, word) =>
      word.startsWith('--') || flags.length < 2
        ? [...flags, word]
        : [...flags.slice(0, -1), `${flags.at(-1)} ${word}`],
    [],
  );

type Line = {
  readonly indent: number;
  readonly text: string;
  /** Whether it continues a word of the line before; an indent would end that word. */
  readonly inWord: boolean;
};

function endOf(next: Line | undefined): string {
  if (!next) {
    return '';
  }

  return next.inWord ? '\\' : ' \\';
}

/** On narrower paper, rows exceed the width. */
const narrowest = 2 * margin;

/** Cells of a row before its backslash. */
const roomAt = (indent: number, width: number): number =>
  Math.max(width - indent, narrowest) - ' \\'.length;

function withFlag(done: readonly Line[], flag: string, width: number): readonly Line[] {
  const last = done.at(-1);
  const fits = ({ indent, text }: Line) => widthOf(text) <= roomAt(indent, width);
  const joined = last && { ...last, text: `${last.text} ${flag}` };
  if (joined && fits(joined)) {
    return [...done.slice(0, -1), joined];
  }

  const whole = { indent: margin, text: flag, inWord: false };
  return fits(whole) ? [...done, whole] : [...done, ...broken(flag, width)];
}

/** A flag whose value is too long for a row. */
function broken(flag: string, width: number): readonly Line[] {
  const rooms = { first: roomAt(margin, width), later: roomAt(0, width) };
  return shellPieces(flag, rooms).map((text, index) => ({
    indent: index === 0 ? margin : 0,
    text,
    inWord: index > 0,
  }));
}
