import { inAscii } from '../core/text/ascii.ts';
import { widthOf } from '../core/text/cells.ts';
import { fold } from '../core/text/fold.ts';
import { painted, type Tone } from '../core/text/palette.ts';
import { printable } from '../core/text/printable.ts';
import { wrap } from '../core/text/wrap.ts';
import type { Paper } from './paper.ts';
import { withoutCommands } from './runner-commands.ts';

/** A part of a row, in one tone. */
export type Piece = { readonly text: string; readonly tone: Tone };

export type Row = readonly Piece[];

export const piece = (text: string, tone: Tone = 'plain'): Piece => ({ text, tone });

export const blank: Row = [];

/** Columns of a pipe. */
const usual = 80;

/** Columns of the rows: those of the terminal, 80 elsewhere. */
export const widthIn = ({ columns = usual }: Paper): number => columns;

/** Columns for the word that a row begins with. */
export const margin = 9;

/** A word, and to its right a text in as many rows as it takes. */
export const labelled = (label: Piece, text: string, width: number): readonly Row[] =>
  wrap(printable(text), Math.max(width - margin, 2 * margin)).map((row, index) => {
    const { text: word, tone } = index === 0 ? label : piece('');
    return [piece(word.padEnd(margin), tone), piece(row)];
  });

/** The rows as text, in as many lines as the width takes. */
export function printed(rows: readonly Row[], paper: Paper): string {
  const width = widthIn(paper);
  return rows
    .flatMap((row) => folded(row, width))
    .map((row) => `${lineOf(row, paper)}\n`)
    .join('');
}

/** Whether all of its characters are printed as they are. */
export const isPrintedWhole = (row: Row, { ascii, forRunner = false }: Paper): boolean =>
  lineOf(row, { ascii, forRunner }) === row.map(({ text }) => text).join('');

/** A row that is too wide, in several, each text in its tone. */
export function folded(row: Row, width: number): readonly Row[] {
  const texts = row.map(({ text }) => printable(text));
  if (widthOf(texts.join('')) <= width) {
    return [row];
  }

  const tones = row.flatMap(({ tone }, index) =>
    Array.from(texts[index]!)
      .filter(isInk)
      .map(() => tone),
  );
  return fold(texts.join('').trimEnd(), width, margin).map((line) => toned(line, tones));
}

/** Folding keeps every character but blanks, in their order. */
const isInk = (character: string): boolean => character.trim() !== '';

/** Takes the tones of the line's characters from the list. */
function toned(line: string, tones: Tone[]): Row {
  return Array.from(line).reduce<readonly Piece[]>((pieces, character) => {
    const last = pieces.at(-1);
    const tone = (isInk(character) ? tones.shift() : last?.tone) ?? 'plain';
    return last?.tone === tone
      ? [...pieces.slice(0, -1), piece(last.text + character, tone)]
      : [...pieces, piece(character, tone)];
  }, []);
}

/** What is printed is plain text, or has colours: bold and inverse alone are for screens. */
function lineOf(row: Row, { ascii, forRunner = false, palette }: Paper): string {
  const parts = row.map(({ text, tone }) => {
    const shown = ascii ? inAscii(printable(text)) : printable(text);
    return palette && palette.colours !== 'none' ? painted(shown, tone, palette) : shown;
  });
  const line = parts.join('').trimEnd();
  return forRunner ? withoutCommands(line) : line;
}
