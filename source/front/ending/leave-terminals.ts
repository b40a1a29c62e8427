import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { killItself, signalOf } from './end-program.ts';
import { isInBackground } from '../foreground.ts';

export type LeaveRequest = {
  /** The descriptors of the standard streams that were terminals at the start. */
  readonly shown: readonly number[];
  /** The code that the program ends with. */
  readonly code: number;
};

/**
 * The last step of the program. After it Node resets the modes of its terminals: in the background the system would stop
 * the program there, and where a terminal has gone Node 20 crashes.
 */
export function leaveTerminals(program: NodeJS.Process, { shown, code }: LeaveRequest): void {
  const signal = signalOf(code);
  if (signal && shown.length > 0 && isInBackground(program)) {
    killItself(program, signal);
  }

  for (const fd of shown) {
    if (!isatty(fd)) {
      closeSync(fd);
    }
  }
}
