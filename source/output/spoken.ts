import { inAscii } from '../core/text/ascii.ts';
import { printable } from '../core/text/printable.ts';
import { wrap } from '../core/text/wrap.ts';
import type { Paper } from './paper.ts';
import { withoutCommands } from './runner-commands.ts';

/** Sentences, each in rows of its own. Ends in a line break, unless there are none. */
export function spoken(sentences: readonly string[], paper: Paper): string {
  const { ascii, columns = Infinity, forRunner = false } = paper;
  const rows = sentences.flatMap((sentence) => wrap(printable(sentence), columns));
  const lines = ascii ? rows.map(inAscii) : rows;
  return lines.map((line) => `${forRunner ? withoutCommands(line) : line}\n`).join('');
}
