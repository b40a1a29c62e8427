import type { Milliseconds } from '../core/units.ts';
import { methodOf, stdoutWith } from './stdout-with.ts';

export type TimedStdoutRequest = {
  readonly terminal: NodeJS.WriteStream;
  readonly now: () => Milliseconds;
  /** Called when the terminal has taken a text that it kept waiting. */
  readonly onHeldUp: (took: Milliseconds) => void;
};

/** Longer than any terminal needs for a frame, and about as long as the screen waits between two. */
const shortest: Milliseconds = 100;

/** The terminal, with the time for which it does not read what is written. */
export function timedStdout({ terminal, now, onHeldUp }: TimedStdoutRequest): NodeJS.WriteStream {
  const writeThrough = (...given: readonly unknown[]) => methodOf(terminal, 'write')?.(...given);
  let waiting = false;

  const write = (...given: readonly unknown[]): unknown => {
    const began = now();
    const taken = writeThrough(...given);
    const end = () => {
      waiting = false;
      const took = now() - began;
      if (took >= shortest) {
        onHeldUp(took);
      }
    };
    if (waiting) {
      return taken;
    }

    // A terminal that blocks has taken everything by now. Another one keeps the text, and reports when it has gone.
    if (terminal.writableLength > 0) {
      waiting = true;
      writeThrough('', end);
    } else {
      end();
    }

    return taken;
  };

  return stdoutWith(terminal, { write: () => write });
}
