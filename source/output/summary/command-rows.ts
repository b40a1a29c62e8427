import { widthOf } from '../../core/text/cells.ts';
import { wordsIn } from '../../core/text/shell-words.ts';
import { margin, piece, type Row } from '../rows.ts';
import { shellPieces } from './shell-pieces.ts';

/** The command that repeats the run. A shell reads its rows as one, since each but the last ends in a backslash. */
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
  /** Whether it goes on with the word that the line before begins: a shell would take an indent for the next word. */
  readonly inWord: boolean;
};

function endOf(next: Line | undefined): string {
  if (!next) {
    return '';
  }

  return next.inWord ? '\\' : ' \\';
}

/** In what is narrower still, rows are wider than it. */
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
