import { inAscii as asciiText } from '../../core/text/ascii.ts';
import type { Tone } from './theme.ts';

/** Some text in one look, or the place of a spinner. */
export type Piece = { readonly text: string; readonly tone: Tone; readonly spins?: true };

/** What stands in one row of the screen. */
export type Line = readonly Piece[];

export const piece = (text: string, tone: Tone = 'plain'): Piece => ({ text, tone });

/** Text without a look of its own may be given as it is. */
export const line = (...parts: ReadonlyArray<string | Piece>): Line =>
  parts.map((part) => (typeof part === 'string' ? piece(part) : part));

/** One cell in which a spinner turns. */
export const spinner: Piece = { text: ' ', tone: 'strong', spins: true };

export const emptyLine: Line = [];

export const lengthOf = (parts: Line): number =>
  parts.reduce((total, { text }) => total + text.length, 0);

/** Exactly `width` cells: filled with blanks, or cut; neighbours of one look become one piece. */
export function fitted(parts: Line, width: number): Line {
  const kept: Piece[] = [];
  let room = width;
  for (const part of [...parts, piece(' '.repeat(width))]) {
    const text = part.text.slice(0, room);
    const last = kept.at(-1);
    room -= text.length;
    if (last && last.tone === part.tone && !last.spins && !part.spins) {
      kept[kept.length - 1] = { ...last, text: last.text + text };
    } else if (text !== '') {
      kept.push({ ...part, text });
    }
  }

  return kept;
}

/** Left part and right part with the room between them; the right part gives way. */
export function justified(left: Line, right: Line, width: number): Line {
  const gap = width - lengthOf(left) - lengthOf(right);
  return gap >= 1 ? [...left, piece(' '.repeat(gap)), ...right] : left;
}

/** As many of the parts as fit beside each other, three blanks between them; the first is there in any case, cut. */
export function spaced([first = emptyLine, ...others]: readonly Line[], width: number): Line {
  return others.reduce<Line>(
    (row, part) => {
      const next = [...row, piece('   '), ...part];
      return lengthOf(next) <= width ? next : row;
    },
    fitted(first, Math.min(lengthOf(first), width)),
  );
}

/** All of the parts, three blanks between two of them, in as many rows as they need. */
export function flowed(parts: readonly Line[], width: number): readonly Line[] {
  const rows: Line[] = [];
  for (const part of parts) {
    const last = rows.at(-1);
    if (last && lengthOf(last) + 3 + lengthOf(part) <= width) {
      rows[rows.length - 1] = [...last, piece('   '), ...part];
    } else {
      rows.push(part);
    }
  }

  return rows;
}

/** The first of the rows whose parts all fit beside each other; of the last one as many as fit. */
export function firstFitting(rows: ReadonlyArray<readonly Line[]>, width: number): Line {
  const whole = rows.find((parts) => lengthOf(spaced(parts, Number.POSITIVE_INFINITY)) <= width);
  return spaced(whole ?? rows.at(-1) ?? [], width);
}

/** The same cells in ASCII alone. */
export const inAscii = (parts: Line): Line =>
  parts.map((part) => ({ ...part, text: asciiText(part.text) }));

/** The plain text of a line. */
export const textOf = (parts: Line): string => parts.map(({ text }) => text).join('');

/** Where a spinner turns, in cells from the upper left corner. */
export const spinnersIn = (
  lines: readonly Line[],
): ReadonlyArray<{ readonly row: number; readonly column: number }> =>
  lines.flatMap((parts, row) =>
    parts.flatMap(({ spins }, index) =>
      spins ? [{ row, column: lengthOf(parts.slice(0, index)) }] : [],
    ),
  );
