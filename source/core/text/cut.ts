import { cutTo } from './cells.ts';
import { printable } from './printable.ts';

/** A number with everything that belongs to it: "1,250.5", "40x10", "2/5", "127.0.0.1:8265", "3–5". */
const number = /\d+(?:[.,:/x×–-]\d+)*/g;

/**
 * The beginning of a text that fits in `width` cells, as `printable` writes it, and never with a part of a number at its
 * end.
 */
export function cut(text: string, width: number): string {
  const whole = printable(text);
  const kept = cutTo(whole, width);
  const end = kept.length;
  const inside = [...whole.matchAll(number)].find(
    ({ index, 0: digits }) => index < end && index + digits.length > end,
  );
  return kept.slice(0, inside?.index ?? end);
}

/** Stands for what is left out. */
export const more = ' ...';

/** The beginning of a text that does not fit in `width` cells. */
export const shortened = (text: string, width: number): string =>
  cut(text, width - more.length).trimEnd() + more;
