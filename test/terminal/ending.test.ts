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
  const [title, , local, pool, ...rest] = terminal.printed().trimEnd().split('\n');
  assert.match(title ?? '', /^fibtui .* list, 2,000 terms, 4 tasks, 2 rounds .* CPUs?$/);
  assert.match(local ?? '', /^ {2}local +\d.*▇/);
  assert.match(pool ?? '', /^ {2}pool +\d.*▇/);
  assert.match(
    rest.at(-1) ?? '',
    /^VERDICT +pool is .*(so far: 2 rounds cannot rule out chance|workers can give)$/,
  );
});

test('a summary of what was interrupted says so', async () => {
  using terminal = openTerminal({ args: endless, columns: 200 });
  await places['in the middle of a run']!(terminal);
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assert.match(
    terminal.printed(),
    /^stopped after \d+ of 1,000 rounds: only what had finished counts/m,
  );
});

test('a second ctrl+c ends the program at once', async () => {
  using terminal = openTerminal({ args: endless });
  await places['in the middle of a run']!(terminal);
  terminal.press('ctrl+c', 'ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assertRestored(terminal);
});
