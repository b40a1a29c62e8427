import { Writable } from 'node:stream';
import type { WindowSize } from './format.ts';

/** A terminal that nobody looks at: of this size for good, with all colours. */
export function virtualTerminal({ columns, rows }: WindowSize): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: false,
    write: (_chunk, _encoding, done) => done(),
  });
  const terminal = { columns, rows, isTTY: true, getColorDepth: () => 24, hasColors: () => true };
  // All that a program that draws asks of its terminal; the rest of a socket nobody can give it.
  return Object.assign(stream, terminal) as unknown as NodeJS.WriteStream;
}
