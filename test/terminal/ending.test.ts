import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertRestored,
  endless,
  laterRound,
  quick,
} from '../helpers/terminal/terminal-screens.ts';
import { openTerminal, type Terminal } from '../helpers/terminal/terminal.ts';

/** The screens from which a person may end the program. */
const places: Readonly<Record<string, (terminal: Terminal) => Promise<void>>> = {
  'at setup': async (terminal) => {
    await terminal.until('SETUP');
  },
  'in the middle of a run': async (terminal) => {
    await terminal.until('SETUP');
    terminal.press('enter');
    await terminal.until(laterRound);
  },
  'on the results': async (terminal) => {
    await places['in the middle of a run']!(terminal);
    terminal.press('escape');
    await terminal.until('Press esc again');
    terminal.press('escape');
    await terminal.until('RESULTS');
  },
};

const endings: readonly (readonly [
  how: string,
  end: (terminal: Terminal) => void,
  code: number,
])[] = [
  ['ctrl+c', (terminal) => terminal.press('ctrl+c'), 130],
  ['SIGTERM', (terminal) => terminal.signal('SIGTERM'), 143],
  ['SIGHUP', (terminal) => terminal.signal('SIGHUP'), 129],
];

for (const [how, end, code] of endings) {
  for (const [where, go] of Object.entries(places)) {
    test(`${how} ${where} ends with ${code} and gives the terminal back`, async () => {
      using terminal = openTerminal({ args: endless });
      await go(terminal);
      end(terminal);
      assert.deepEqual(await terminal.exited, { code, signal: undefined });
      assertRestored(terminal);
      assert.equal(
        terminal.printed().includes('VERDICT'),
        where !== 'at setup',
        terminal.printed(),
      );
    });
  }
}

test('q at setup ends with 0 and leaves nothing behind', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  terminal.press('q');
  assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
  assertRestored(terminal);
  assert.equal(terminal.printed().trim(), '');
});

test('q on the results ends with 0, and the summary stands on the normal screen', async () => {
  using terminal = openTerminal({ args: quick, columns: 200 });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until('RESULTS');
  terminal.press('q');
  assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
  assertRestored(terminal);
  const [heading, cpus, local, pool, ...rest] = terminal.printed().trimEnd().split('\n');
  assert.match(heading ?? '', /^fibtui .* n 2,000 +N 4 +P \d+ +2 rounds$/);
  assert.match(cpus ?? '', /^CPUs +usable/);
  assert.match(local ?? '', /^L local +█/);
  assert.match(pool ?? '', /^P pool +▓/);
  assert.match(rest.join('\n'), /^VERDICT +pool is .* so far .*cannot rule out chance/m);
});

test('a summary of what was interrupted says so', async () => {
  using terminal = openTerminal({ args: endless, columns: 200 });
  await places['in the middle of a run']!(terminal);
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assert.match(terminal.printed(), /! +interrupted: only what had finished is counted/);
});

test('a second ctrl+c ends the program at once', async () => {
  using terminal = openTerminal({ args: endless });
  await places['in the middle of a run']!(terminal);
  terminal.press('ctrl+c', 'ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assertRestored(terminal);
});
