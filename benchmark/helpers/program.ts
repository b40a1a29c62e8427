import { setTimeout } from 'node:timers/promises';
import type { Milliseconds } from '../../source/core/units.ts';
import { program } from '../../test/helpers/terminal/terminal.ts';
import { openWindow, readable, type Window } from './window.ts';

/** A program in a terminal. */
export type Program = Pick<Window, 'pid' | 'press' | 'ended' | 'pause' | 'resume'> & {
  /** Resolves when the program writes this text after the last match. */
  readonly until: (words: string) => Promise<void>;
};

export function openProgram(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program {
  let written = '';
  let look = () => {};
  const { ended, ...window } = openWindow({
    command,
    env,
    columns: 80,
    rows: 24,
    onText(text) {
      written += text;
      look();
    },
  });
  const early = ended.then((code) => {
    throw new Error(`The program ended with ${code}:\n${readable(written).slice(-2000)}`);
  });
  // A program that ends after the last wait is no error.
  early.catch(() => {});

  return {
    ...window,
    ended,
    async until(words) {
      const shown = new Promise<void>((resolve) => {
        look = () => {
          if (readable(written).includes(words)) {
            resolve();
          }
        };
        look();
      });
      await Promise.race([shown, early]);
      written = '';
      look = () => {};
    },
  };
}

/** Runs the default plan in fibtui for `time`, with more rounds than fit in that time, then cancels it. */
export async function runFor(time: Milliseconds, ...args: readonly string[]): Promise<void> {
  const command = [process.execPath, program, '--rounds', '1000', ...args];
  const { until, press, ended } = openProgram(command);
  await until('in all');
  press('\r');
  await until('RUN');
  await setTimeout(time);
  press('\x03');
  await ended;
}
