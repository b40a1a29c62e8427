import { cutTo, widthOf } from '../../core/text/cells.ts';
import { more, shortened } from '../../core/text/cut.ts';
import { wrap } from '../../core/text/wrap.ts';
import { line, piece, type Line } from './line.ts';
import type { Tone } from './theme.ts';

/** Text that starts on a new row. */
export type Paragraph = { readonly text: string; readonly tone: Tone };

export type TextRoom = { readonly width: number; readonly height: number };

export const fits = (paragraphs: readonly Paragraph[], room: TextRoom): boolean =>
  rowsOf(paragraphs, room.width).length <= room.height;

const cutAtBlank = (text: string, width: number): string =>
  widthOf(text) + more.length <= width
    ? text + more
    : shortened(cutTo(text, width - more.length + 1).replace(/ \S*$/, ''), width);

/** As many rows as fit. If text is left over, the last row ends in " ...". */
export function clipped(paragraphs: readonly Paragraph[], room: TextRoom): readonly Line[] {
  const rows = rowsOf(paragraphs, room.width);
  return rows.slice(0, room.height).map(({ text, tone }, index) => {
    const goesOn = index === room.height - 1 && rows.length > room.height;
    return line(piece(goesOn ? cutAtBlank(text, room.width) : text, tone));
  });
}

/** The first text that fits in one row, or else the last one, cut. */
export const oneRow = (texts: readonly string[], width: number): string =>
  texts.find((text) => widthOf(text) <= width) ?? shortened(texts.at(-1) ?? '', width);

const rowsOf = (paragraphs: readonly Paragraph[], width: number): readonly Paragraph[] =>
  paragraphs.flatMap(({ text, tone }) => wrap(text, width).map((row) => ({ text: row, tone })));
