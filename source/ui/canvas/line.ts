import { inAscii as asciiText } from '../../core/text/ascii.ts';
import { fit, widthOf } from '../../core/text/cells.ts';
import { cut } from '../../core/text/cut.ts';
import type { Tone } from './theme.ts';

/** Text in one tone, or the place of a spinner. */
export type Piece = { readonly text: string; readonly tone: Tone; readonly spins?: true };

export type Line = readonly Piece[];

export const piece = (text: string, tone: Tone = 'plain'): Piece => ({ text, tone });

/** Plain text may be given as a string. */
export const line = (...parts: ReadonlyArray<string | Piece>): Line =>
  parts.map((part) => (typeof part === 'string' ? piece(part) : part));

/** One cell that the canvas animates as a spinner. */
export const spinner: Piece = { text: ' ', tone: 'strong', spins: true };

export const emptyLine: Line = [];

/** In cells. */
export const lengthOf = (parts: Line): number =>
  parts.reduce((total, { text }) => total + widthOf(text), 0);

/**
 * Pads or cuts a line to exactly `width` cells, but not inside a number, and joins neighbours of the same tone. Every row of a screen comes through
 * here, so that no text from outside reaches the terminal as it is.
 */
export function fitted(parts: Line, width: number): Line {
  const kept: Piece[] = [];
  const room = lengthOf(parts) > width ? widthOf(cut(textOf(parts), width)) : width;
  let used = 0;
  const keep = (part: Piece, text: string) => {
    const last = kept.at(-1);
    if (last && last.tone === part.tone && !last.spins && !part.spins) {
      kept[kept.length - 1] = { ...last, text: last.text + text };
    } else if (text !== '') {
      kept.push({ ...part, text });
    }
  };
  for (const part of parts) {
    const { text, width: cells } = fit(part.text, room - used);
    used += cells;
    keep(part, text);
  }

  keep(piece(''), ' '.repeat(Math.max(0, width - used)));
  return kept;
}

/** Aligns one part left and one right. The right part is dropped if they do not fit. */
export function justified(left: Line, right: Line, width: number): Line {
  const gap = width - lengthOf(left) - lengthOf(right);
  return gap >= 1 ? [...left, piece(' '.repeat(gap)), ...right] : left;
}

/** The title of a rule of `width` cells: one part at its left end, one at its right, if both fit. */
export function titleOf(
  left: Line,
  right: Line,
  { width, horizontal }: { readonly width: number; readonly horizontal: string },
): Line {
  // The rule needs a cell and a blank before its title, a blank and two cells behind it.
  const gap = width - 3 - lengthOf(left) - lengthOf(right) - 2;
  return lengthOf(right) > 0 && gap >= 1
    ? [...left, piece(` ${horizontal.repeat(gap)} `, 'frame'), ...right]
    : left;
}

/** The parts that fit in one row, three blanks apart. The first is always kept, cut if necessary. */
export function spaced([first = emptyLine, ...others]: readonly Line[], width: number): Line {
  return others.reduce<Line>(
    (row, part) => {
      const next = [...row, piece('   '), ...part];
      return lengthOf(next) <= width ? next : row;
    },
    fitted(first, Math.min(lengthOf(first), width)),
  );
}

/** All parts, three blanks apart, in as many rows as they need. */
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

/** The first row whose parts all fit, or as many parts of the last row as fit. */
export function firstFitting(rows: ReadonlyArray<readonly Line[]>, width: number): Line {
  const whole = rows.find((parts) => lengthOf(spaced(parts, Number.POSITIVE_INFINITY)) <= width);
  return spaced(whole ?? rows.at(-1) ?? [], width);
}

export const inAscii = (parts: Line): Line =>
  parts.map((part) => ({ ...part, text: asciiText(part.text) }));

export const textOf = (parts: Line): string => parts.map(({ text }) => text).join('');

/** Whether any of the lines has a spinner. */
export const hasSpinner = (lines: readonly Line[]): boolean =>
  lines.some((parts) => parts.some(({ spins }) => spins));

/** The lines with their spinners as they stand in one frame of theirs. */
export const withSpinners = (lines: readonly Line[], frame: string): readonly Line[] =>
  lines.map((parts) =>
    parts.some(({ spins }) => spins)
      ? parts.map((part) => (part.spins ? { ...part, text: frame } : part))
      : parts,
  );
