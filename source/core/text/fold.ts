import { widthOf } from './cells.ts';
import { wrap } from './wrap.ts';

/** Narrower than this nothing can be read anyway. */
const narrowest = 20;

/**
 * Breaks a line into rows of at most `width` cells, all but the first indented: where two or more blanks stand between
 * its parts, and inside a part that is wider than a row at single blanks.
 */
export function fold(line: string, width: number, indent: number): readonly string[] {
  const room = Math.max(width, narrowest);
  if (widthOf(line) <= room) {
    return [line];
  }

  const before = /^ */.exec(line)![0];
  const later = ' '.repeat(Math.min(Math.max(indent, before.length), room / 2));
  const rows: string[] = [];
  for (const [, part = '', gap = ''] of line.trim().matchAll(/(\S+(?: \S+)*)( *)/g)) {
    const row = rows.at(-1);
    if (row !== undefined && widthOf(row) + widthOf(part) <= room) {
      rows[rows.length - 1] = row + part + gap;
    } else {
      const start = row === undefined ? before : later;
      const [first = '', ...others] = wrap(part, room - Math.max(start.length, later.length));
      rows.push(start + first, ...others.map((text) => later + text));
      rows[rows.length - 1] += gap;
    }
  }

  return rows.map((row) => row.trimEnd());
}
