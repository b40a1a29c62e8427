import { inAscii } from '../core/text/ascii.ts';
import { printable } from '../core/text/printable.ts';
import { wrap } from '../core/text/wrap.ts';
import type { Paper } from './paper.ts';

/** Sentences, each in rows of its own. Ends in a line break, unless there are none. */
export function spoken(sentences: readonly string[], { ascii, columns = Infinity }: Paper): string {
  const rows = sentences.flatMap((sentence) => wrap(printable(sentence), columns));
  const text = rows.map((row) => `${row}\n`).join('');
  return ascii ? inAscii(text) : text;
}
