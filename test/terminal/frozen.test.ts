import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { endless, laterRound } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal, type Terminal } from '../helpers/terminal/terminal.ts';

/** The number of write(2) by architecture. */
const writeCall = new Map([
  ['x64', '1'],
  ['arm64', '64'],
]).get(process.arch);

/** The system call in which the main thread of a process is; "running" if in none. */
const callOf = async (pid: number): Promise<string | undefined> =>
  (await readFile(`/proc/${pid}/syscall`, 'utf8')).split(' ', 1)[0];

const skip = await callOf(process.pid).then(
  () => writeCall === undefined,
  () => true,
);

/** A frozen window takes a few dozen kilobytes; the runner's timeout ends a wait that is too long. */
async function untilBlocked({ pid }: Terminal): Promise<void> {
  while ((await callOf(pid)) !== writeCall) {
    await setImmediate();
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
    await untilBlocked(terminal);
    // Not a wait for the program: for so long its terminal does not read, and from a second on that is reported.
    await setTimeout(1000);
    terminal.thaw();
    terminal.press('escape');
    await terminal.until('esc again cancels');
    terminal.press('escape');
    const results = await terminal.until('RESULTS');
    assert.match(
      results,
      /note +drawing waited \d.* s for the terminal: harmless, no task waited for it/,
    );
  },
);
