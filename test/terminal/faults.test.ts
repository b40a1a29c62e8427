import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { printedBy, unwrapped } from '../helpers/terminal/terminal-free.ts';
import { assertRestored, quick } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal } from '../helpers/terminal/terminal.ts';
import { variantOf, type Variant } from '../helpers/terminal/variants.ts';

const wide = [...quick, '--workers', '2'] as const;

const workers: Readonly<Record<string, RegExp>> = {
  dies: /pool, rounds 1 and 2 failed: A worker of pool failed: it exited with code 3\./,
  throws: /pool, rounds 1 and 2 failed: A worker of pool failed: the kernel went astray\./,
  spins: /pool, rounds 1 and 2 failed: Worker 2 of pool stopped answering/,
  sleeps: /pool, rounds 1 and 2 failed: Worker 2 of pool stopped answering/,
  'sleeps-early': /pool, rounds 1 and 2 failed: Worker 2 of pool stopped answering/,
};

suite('with a worker that', () => {
  for (const [worker, failure] of Object.entries(workers)) {
    test(`${worker} the summary names the failed passes, keeps the others, and it ends with 1`, async (t) => {
      const program = await variantOf(t, { worker });
      const { code, stdout, stderr } = await printedBy([process.execPath, program, ...wide]);
      assert.match(unwrapped(stdout), failure);
      assert.match(stdout, /^ {2}local .* ▇+$/m);
      assert.match(stdout, /^ {2}pool +no round finished$/m);
      assert.deepEqual([code, stderr], [1, '']);
    });
  }

  test('dies the JSON names the failed passes and keeps the others', async (t) => {
    const program = await variantOf(t, { worker: 'dies' });
    const { code, stdout } = await printedBy([process.execPath, program, ...wide, '--json']);
    const { passes } = JSON.parse(stdout) as {
      readonly passes: readonly { readonly case: string; readonly status: string }[];
    };
    assert.deepEqual(
      passes.map(({ case: id, status }) => `${id} ${status}`),
      ['local finished', 'pool failed', 'pool failed', 'local finished'],
    );
    assert.equal(code, 1);
  });

  test('spins the results show the cause beside the chart, and q ends with 1', async (t) => {
    const program = await variantOf(t, { worker: 'spins' });
    using terminal = openTerminal({
      command: [process.execPath, program],
      args: wide,
      columns: 120,
      rows: 40,
    });
    await terminal.until('SETUP');
    terminal.press('enter');
    const results = await terminal.until('RESULTS');
    assert.match(results, /local +[▇█]/);
    assert.match(results, /Worker 2 of pool stopped/);
    terminal.press('q');
    assert.equal((await terminal.exited).code, 1);
    assertRestored(terminal);
    assert.match(terminal.printed(), /Worker 2 of pool stopped answering/);
  });
});

const thrown = "new TypeError('x is not a function')";
const told =
  'fibtui: x is not a function. Run again; if it happens again, report it with this message.';

const inPass = (instead: string): Variant => ({
  changes: {
    'source/session/live/store.ts': [
      'state = reduce(',
      `if (event.type === 'pass-started') { ${instead} }\nstate = reduce(`,
    ],
  },
});

const mainFaults: Readonly<Record<string, Variant>> = {
  'an exception that nobody catches': inPass(`setTimeout(() => { throw ${thrown}; });`),
  'a rejection that nobody handles': inPass(`void Promise.reject(${thrown});`),
};

for (const [what, variant] of Object.entries(mainFaults)) {
  test(`${what} ends the plain run with one sentence and 1`, async (t) => {
    const program = await variantOf(t, variant);
    const { code, stdout, stderr } = await printedBy([process.execPath, program, ...quick]);
    assert.deepEqual({ code, stdout, stderr }, { code: 1, stdout: '', stderr: `${told}\n` });
  });
}

const screenFaults: Readonly<Record<string, Variant>> = {
  ...mainFaults,
  'an exception while the screen is drawn': {
    changes: {
      'source/ui/app.tsx': [
        'const picture = ',
        `if (session.state().profile) { throw ${thrown}; }\nconst picture = `,
      ],
    },
  },
};

for (const [what, variant] of Object.entries(screenFaults)) {
  test(`${what} gives the terminal back, says one sentence and ends with 1`, async (t) => {
    const program = await variantOf(t, variant);
    using terminal = openTerminal({
      command: [process.execPath, program],
      args: quick,
      columns: 120,
    });
    await terminal.until('SETUP');
    terminal.press('enter');
    assert.equal((await terminal.exited).code, 1);
    assertRestored(terminal);
    assert.equal(terminal.printed().trim(), told);
    assert.doesNotMatch(terminal.output(), /\bat .+:\d+:\d+/, 'no stack trace was ever shown');
  });
}

test('an engine that throws fails its passes, and the others are kept', async (t) => {
  const program = await variantOf(t, {
    changes: {
      'source/engines/pool/pool.ts': [
        'async run(planned, observe, signal) {',
        `async run(planned, observe, signal) {\nif (name === 'pool') { throw ${thrown}; }`,
      ],
    },
  });
  const { code, stdout } = await printedBy([process.execPath, program, ...quick]);
  assert.match(unwrapped(stdout), /^Failed: +pool, rounds 1 and 2 failed: x is not a function/m);
  assert.match(stdout, /^ {2}local .* ▇+$/m);
  assert.equal(code, 1);
});

test('a workload that cannot be timed has no forecast, and the reason stands below the plan', async (t) => {
  const program = await variantOf(t, { worker: 'breaks-at-start' });
  using terminal = openTerminal({ command: [process.execPath, program], args: quick });
  const screen = await terminal.until('list could not be timed');
  assert.match(screen, /A worker of the calibration failed: the worker does not load\./);
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});

test('a session that throws at the start of a run says so at setup', async (t) => {
  const program = await variantOf(t, {
    changes: { 'source/session/live/runner.ts': ['machine.pause();', `throw ${thrown};`] },
  });
  using terminal = openTerminal({ command: [process.execPath, program], args: quick });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until('x is not a function');
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});
