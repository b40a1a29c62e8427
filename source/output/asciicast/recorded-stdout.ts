import { methodOf, stdoutWith } from '../stdout-with.ts';
import type { WindowSize } from './format.ts';

export type RecordedStdoutRequest = {
  readonly terminal: NodeJS.WriteStream;
  /** The size to draw for now, whatever the terminal reports. */
  readonly window: () => WindowSize;
  readonly record: (text: string) => void;
};

/** Asks for pastes in brackets, and no longer. A cast shows nothing of it, and a player's terminal is not to be switched. */
// eslint-disable-next-line no-control-regex
const pasteMode = /\u001b\[\?2004[hl]/g;

/** The terminal, with another size, and with everything that is shown on it recorded. */
export function recordedStdout(request: RecordedStdoutRequest): NodeJS.WriteStream {
  const { terminal, window, record } = request;
  const decoder = new TextDecoder();

  const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): unknown => {
    // The terminal comes first: if it refuses the text, nobody has seen it.
    const taken = methodOf(terminal, 'write')?.(chunk, ...rest);
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    record(text.replaceAll(pasteMode, ''));
    return taken;
  };

  return stdoutWith(terminal, {
    columns: () => window().columns,
    rows: () => window().rows,
    write: () => write,
  });
}

export const usualWindow: WindowSize = { columns: 80, rows: 24 };

/** A terminal that does not know its size says 0. */
export const sizeOf = ({ columns, rows }: WindowSize): WindowSize => ({
  columns: columns || usualWindow.columns,
  rows: rows || usualWindow.rows,
});

/** The pinned size of a layout, as far as the terminal has room for it now. */
export const pinnedTo = (window: WindowSize, { columns, rows }: WindowSize): WindowSize => ({
  columns: Math.min(window.columns, columns || Infinity),
  rows: Math.min(window.rows, rows || Infinity),
});
