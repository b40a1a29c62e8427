import { inAscii } from '../core/text/ascii.ts';
import { widthOf } from '../core/text/cells.ts';
import { fold } from '../core/text/fold.ts';
import { painted, type Tone } from '../core/text/palette.ts';
import { printable } from '../core/text/printable.ts';
import { wrap } from '../core/text/wrap.ts';
import type { Paper } from './paper.ts';

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

/** A word, and beside it a text in as many rows as it takes. */
export function labelled(label: Piece, text: string, width: number): readonly Row[] {
  return wrap(printable(text), Math.max(width - margin, 2 * margin)).map((row, index) =>
    index === 0
      ? [{ ...label, text: label.text.padEnd(margin) }, piece(row)]
      : [piece(' '.repeat(margin) + row)],
  );
}

/** The rows as text, in as many lines as the paper is narrow. */
export function printed(rows: readonly Row[], paper: Paper): string {
  const width = widthIn(paper);
  return rows
    .flatMap((row) => fitted(row, width))
    .map((row) => `${lineOf(row, paper)}\n`)
    .join('');
}

/** A row that is too wide loses its tones. */
function fitted(row: Row, width: number): readonly Row[] {
  const text = printable(row.map((part) => part.text).join(''));
  return widthOf(text) <= width
    ? [row]
    : fold(text.trimEnd(), width, margin).map((line) => [piece(line)]);
}

/** What is printed is plain text, or has colours: bold and inverse alone are for screens. */
function lineOf(row: Row, { ascii, palette }: Paper): string {
  const parts = row.map(({ text, tone }) => {
    const shown = ascii ? inAscii(printable(text)) : printable(text);
    return palette && palette.colours !== 'none' ? painted(shown, tone, palette) : shown;
  });
  return parts.join('').trimEnd();
}
