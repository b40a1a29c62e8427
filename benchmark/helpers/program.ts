import xterm from '@xterm/headless';
import { setTimeout } from 'node:timers/promises';
import type { Milliseconds } from '../../source/core/units.ts';
import { textOf } from '../../test/helpers/casts/casts.ts';
import { program } from '../../test/helpers/terminal/terminal.ts';
import { openWindow, type Window, type WindowRequest } from './window.ts';

/** A program in a terminal. */
export type Program = Pick<Window, 'pid' | 'press' | 'ended' | 'pause' | 'resume'> & {
  /** Resolves when this text stands on the screen. */
  readonly until: (words: string) => Promise<void>;
};

type Given = Partial<Pick<WindowRequest, 'columns' | 'rows'>> & { readonly onText?: () => void };

export function openProgram(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { columns = 80, rows = 24, onText = () => {} }: Given = {},
): Program {
  // Programs write only what changed: a word comes in parts.
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  let look = () => {};
  const { ended, ...window } = openWindow({
    command,
    env,
    columns,
    rows,
    onText: (text) => {
      onText();
      emulator.write(text, () => look());
    },
  });
  const early = ended.then((code) => {
    throw new Error(`The program ended with ${code}:\n${textOf(emulator)}`);
  });
  // A program that ends after the last wait is no error.
  early.catch(() => {});

  return {
    ...window,
    ended,
    async until(words) {
      const shown = new Promise<void>((resolve) => {
        look = () => {
          if (textOf(emulator).includes(words)) {
            resolve();
          }
        };
        look();
      });
      await Promise.race([shown, early]);
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
