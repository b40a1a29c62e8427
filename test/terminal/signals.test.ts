import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertRestored, endless, laterProgress } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal, program, type Terminal } from '../helpers/terminal/terminal.ts';

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

/** Large enough for a test to see the warm-up and every pass. */
const large = ['--size', '100k', '--tasks', '400', '--rounds', '1', '--workers', '2'] as const;

const started = async (terminal: Terminal) => {
  await terminal.until('SETUP');
  terminal.press('enter');
};

type Moment = {
  readonly args: readonly string[];
  readonly reach: (terminal: Terminal) => Promise<unknown>;
};

const onScreen: Readonly<Record<string, Moment>> = {
  'while it calibrates': {
    args: endless,
    reach: async (terminal) => terminal.until(/timing list/),
  },
  'while it warms up': {
    args: large,
    async reach(terminal) {
      await started(terminal);
      await terminal.until(/warming up/i);
    },
  },
  'in a pass of local': {
    args: large,
    async reach(terminal) {
      await started(terminal);
      await terminal.until(/[1-9]\d* %.*|is running/);
    },
  },
  'in a pass of pool': {
    args: [...large, '--engines', 'pool'],
    async reach(terminal) {
      await started(terminal);
      await terminal.until(/round 1 of 1 .*running/);
    },
  },
};

for (const [signal, code] of signals) {
  for (const [when, { args, reach }] of Object.entries(onScreen)) {
    test(`${signal} ${when} ends with ${code} and gives the terminal back`, async () => {
      using terminal = openTerminal({ args });
      await reach(terminal);
      terminal.signal(signal);
      assert.deepEqual(await terminal.exited, { code, signal: undefined });
      assertRestored(terminal);
    });
  }
}

const plainly: Readonly<Record<string, Moment>> = {
  'while it calibrates': {
    args: endless,
    reach: async (terminal) => terminal.until('calibrating'),
  },
  'while it warms up': {
    args: large,
    reach: async (terminal) => terminal.until('warming up pool'),
  },
  'in a run': { args: endless, reach: async (terminal) => terminal.until(laterProgress) },
};

for (const [signal, code] of signals) {
  for (const [when, { args, reach }] of Object.entries(plainly)) {
    test(`without a screen ${signal} ${when} ends with ${code}, and what was measured is printed`, async () => {
      using terminal = openTerminal({ args, columns: 200, env: { TERM: 'dumb' } });
      await reach(terminal);
      terminal.signal(signal);
      assert.deepEqual(await terminal.exited, { code, signal: undefined });
      // A signal that arrives seconds late hits the run.
      const begun = when !== 'while it calibrates' || terminal.output().includes('warming up');
      assert.equal(/^VERDICT/m.test(terminal.printed()), begun);
    });
  }

  test(`${signal} twice at once, as timeout sends it, ends a plain run in good order`, async () => {
    using terminal = openTerminal({ args: endless, columns: 200, env: { TERM: 'dumb' } });
    await terminal.until(laterProgress);
    terminal.signal(signal);
    terminal.signal(signal);
    assert.equal((await terminal.exited).code, code);
    assert.match(terminal.printed(), /^VERDICT/m);
  });
}

const windows: Readonly<Record<string, Parameters<typeof openTerminal>[0]>> = {
  'a window of one cell': { columns: 1, rows: 1 },
  'TERM unset': { command: ['sh', '-c', 'unset TERM; exec "$0" "$@"', process.execPath, program] },
};

for (const [what, options] of Object.entries(windows)) {
  test(`${what} is no reason to fall: q ends with 0`, async () => {
    using terminal = openTerminal({ args: endless, ...options });
    await terminal.until(() => terminal.buffer() === 'alternate');
    terminal.press('q');
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
    assertRestored(terminal);
  });
}
