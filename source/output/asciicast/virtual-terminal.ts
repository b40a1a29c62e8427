import { PassThrough, Writable } from 'node:stream';
import type { WindowSize } from './format.ts';

/** A terminal that nobody sees: of a fixed size, with all colours. */
export function virtualTerminal({ columns, rows }: WindowSize): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: false,
    write: (_chunk, _encoding, done) => done(),
  });
  const terminal = { columns, rows, isTTY: true, getColorDepth: () => 24, hasColors: () => true };
  // These are all the members that Ink uses; the type also has those of a socket.
  return Object.assign(stream, terminal) as unknown as NodeJS.WriteStream;
}

/** The keyboard of a virtual terminal, on which nobody presses a key. */
export function virtualKeyboard(): NodeJS.ReadStream {
  const terminal = { isTTY: true, setRawMode: () => {}, ref: () => {}, unref: () => {} };
  // These are all the members that Ink uses.
  return Object.assign(new PassThrough(), terminal) as unknown as NodeJS.ReadStream;
}
