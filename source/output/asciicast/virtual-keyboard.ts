import { PassThrough } from 'node:stream';

/** The keyboard of a virtual terminal: no key of it is ever pressed. */
export function virtualKeyboard(): NodeJS.ReadStream {
  const terminal = { isTTY: true, setRawMode: () => {}, ref: () => {}, unref: () => {} };
  // All that a program that reads keys asks of its terminal.
  return Object.assign(new PassThrough(), terminal) as unknown as NodeJS.ReadStream;
}
