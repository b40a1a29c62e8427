import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Milliseconds } from '../../source/core/units.ts';
import { endless, laterRound } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal, type Terminal } from '../helpers/terminal/terminal.ts';

/** The number of write(2) by architecture. */
const writeCall = new Map([
  ['x64', '1'],
  ['arm64', '64'],
]).get(process.arch);

/** The system call in which the main thread of a process sleeps, with its arguments; "running" if in none. */
const callOf = async (pid: number): Promise<string> => readFile(`/proc/${pid}/syscall`, 'utf8');

const skip = await callOf(process.pid).then(
  () => writeCall === undefined,
  () => true,
);

/** Resolves when the program has stood in one write for so long; the runner's timeout ends a wait that is too long. */
async function untilStuck({ pid }: Terminal, time: Milliseconds): Promise<void> {
  let [call, since] = ['', performance.now()];
  while (!call.startsWith(`${writeCall} `) || performance.now() - since < time) {
    const present = await callOf(pid);
    if (present !== call) {
      [call, since] = [present, performance.now()];
    }

    await setTimeout(10);
  }
}

test(
  'a window that is frozen during a run is reported with the results, as harmless',
  { skip },
  async () => {
    // Many rows fill the kernel's buffer soon.
    using terminal = openTerminal({ args: endless, columns: 200, rows: 60 });
    await terminal.until('SETUP');
    terminal.press('enter');
    await terminal.until(laterRound);
    terminal.freeze();
    // From a second on it is reported.
    await untilStuck(terminal, 1000);
    terminal.thaw();
    terminal.press('escape');
    await terminal.until('Press esc again');
    terminal.press('escape');
    const results = await terminal.until('RESULTS');
    assert.match(results, /▲ +drawing waited \d.* s for the terminal: no task waited for it/);
  },
);
