import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { childrenOf, hostOf, untilGone } from '../helpers/terminal/host-process.ts';
import { printedBy, unwrapped } from '../helpers/terminal/terminal-free.ts';
import { assertRestored, laterRound, quick } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal, type Terminal } from '../helpers/terminal/terminal.ts';
import { variantOf } from '../helpers/terminal/variants.ts';

const skip = process.platform === 'linux' ? false : 'only Linux lists the children of a process';

/** Passes that a test can see, and enough of them to end one on the way. */
const visible = ['--size', '20k', '--tasks', '160', '--rounds', '6', '--workers', '2'] as const;
/** So many workers that their start can be seen. */
const crowded = ['--size', '2k', '--tasks', '64', '--rounds', '5', '--workers', '32'] as const;

type Phase = {
  readonly args: readonly string[];
  /** Resolves in that phase, with the process that measures. */
  readonly reach: (terminal: Terminal) => Promise<number>;
};

const pressed = async (terminal: Terminal, wanted: Parameters<Terminal['until']>[0]) => {
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(wanted);
  return hostOf(terminal.pid);
};

const phases: Readonly<Record<string, Phase>> = {
  'the calibration': {
    args: visible,
    async reach(terminal) {
      const host = await hostOf(terminal.pid);
      await terminal.until('SETUP');
      terminal.press('enter');
      return host;
    },
  },
  'the warm-up': { args: crowded, reach: async (terminal) => pressed(terminal, /warming up/) },
  'a pass': { args: visible, reach: async (terminal) => pressed(terminal, laterRound) },
};

async function stateFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-host-'));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

suite('the process that measures', { skip }, () => {
  for (const signal of ['SIGKILL', 'SEGV', 'SIGABRT'] as const) {
    test(`ended by ${signal} in a pass costs that pass, and the run goes on and is saved`, async (t) => {
      const folder = await stateFolder(t);
      using terminal = openTerminal({ args: visible, rows: 40, env: { XDG_STATE_HOME: folder } });
      const host = await phases['a pass']!.reach(terminal);
      const name = signal === 'SEGV' ? 'SIGSEGV' : signal;
      process.kill(host, name);
      const results = await terminal.until('RESULTS');
      assert.match(results, /local +one by one +[▇█]/);
      terminal.press('q');
      assert.equal((await terminal.exited).code, 1);
      assertRestored(terminal);
      assert.match(terminal.printed(), new RegExp(`ended by\\s+${name}`));
      assert.equal((await readdir(join(folder, 'fibtui/runs'))).length, 1);
    });
  }

  test('ended in the calibration is replaced, the run is whole, and one sentence says so', async () => {
    using terminal = openTerminal({ args: visible, rows: 40 });
    process.kill(await phases['the calibration']!.reach(terminal), 'SIGKILL');
    await terminal.until('RESULTS');
    terminal.press('q');
    assert.equal((await terminal.exited).code, 0);
    assertRestored(terminal);
    assert.match(terminal.printed(), /ended by SIGKILL\. Its work was started again\./);
  });

  test('ended in the warm-up costs the first pass', async () => {
    using terminal = openTerminal({ args: crowded, rows: 40 });
    process.kill(await phases['the warm-up']!.reach(terminal), 'SIGKILL');
    await terminal.until('RESULTS');
    terminal.press('q');
    assert.equal((await terminal.exited).code, 1);
    assert.match(terminal.printed().replaceAll(/\s+/g, ' '), /SIGKILL, before local, round 1/);
  });

  test('that runs out of memory in a pass says so, and the others are kept', async (t) => {
    const changed = await variantOf(t, {
      changes: {
        'source/core/profile/profile.ts': [
          "    observe({ type: 'pass-started', pass });",
          `    observe({ type: 'pass-started', pass });
           for (const all = []; pass.index === 1; ) { all.push(new Array(1e5).fill(all.length)); }`,
        ],
      },
    });
    const command = [process.execPath, '--max-old-space-size=80', changed] as const;
    const { code, stdout } = await printedBy([...command, ...quick]);
    const said = unwrapped(stdout);
    assert.match(
      said,
      /^Failed: +pool, round 1 failed: .*in pool, round 1\. It ran out of memory/m,
    );
    assert.match(stdout, /^ {2}local .*▇/m);
    assert.equal(code, 1);
  });

  test('whose spans no longer arrive is ended, which costs that pass, and the run goes on', async (t) => {
    const changed = await variantOf(t, {
      changes: {
        'source/host/child/spans-pipe.ts': [
          '    pipe.cork();',
          '    if (told.pass === 1) { pipe.destroy(); } pipe.cork();',
        ],
      },
    });
    const { code, stdout } = await printedBy([process.execPath, changed, ...quick]);
    assert.match(unwrapped(stdout), /^Failed: .*The measuring process was ended by SIGKILL/m);
    assert.match(stdout, /^ {2}local .*▇/m);
    assert.equal(code, 1);
  });

  test('that dies twice ends the profile, and keeps what has finished', async (t) => {
    const changed = await variantOf(t, {
      changes: {
        'source/core/profile/profile.ts': [
          "    observe({ type: 'pass-started', pass });",
          `    observe({ type: 'pass-started', pass });
           if (pass.case === 'pool') { setImmediate(() => { throw new TypeError('x is not a function'); }); }`,
        ],
      },
    });
    const { code, stdout } = await printedBy([process.execPath, changed, ...quick]);
    assert.match(stdout, /pool, rounds? 1/);
    const said = unwrapped(stdout);
    assert.match(
      said,
      /measuring process failed: TypeError: x is not a function, in pool, round 1\./,
    );
    assert.match(stdout, /^ {2}local .*▇/m);
    assert.equal(code, 1);
  });

  for (const [name, { args, reach }] of Object.entries(phases)) {
    test(`stopped in ${name} is said to be, and goes on`, async () => {
      using terminal = openTerminal({ args, rows: 40 });
      const host = await reach(terminal);
      process.kill(host, 'SIGSTOP');
      const screen = await terminal.until('is stopped');
      assert.match(screen.replaceAll(/[\s│]+/g, ' '), new RegExp(`kill -CONT ${host}`));
      process.kill(host, 'SIGCONT');
      const results = await terminal.until('RESULTS');
      assert.doesNotMatch(results, /is stopped/);
      terminal.press('q');
      assert.equal((await terminal.exited).code, 0);
      assertRestored(terminal);
      assert.equal(/ran twice/.test(terminal.printed()), name === 'a pass');
    });
  }

  test('stopped while the program is quit is ended', async () => {
    using terminal = openTerminal({ args: visible, rows: 40 });
    const host = await phases['a pass']!.reach(terminal);
    process.kill(host, 'SIGSTOP');
    await terminal.until('is stopped');
    terminal.press('ctrl+c');
    assert.equal((await terminal.exited).code, 130);
    assertRestored(terminal);
    await untilGone(host);
  });

  test('ends when the program that started it is killed', async () => {
    using terminal = openTerminal({ args: visible });
    const host = await phases['a pass']!.reach(terminal);
    terminal.signal('SIGKILL');
    await untilGone(host);
  });

  test('ends with it even while its main thread is busy', async (t) => {
    const changed = await variantOf(t, {
      changes: {
        'source/core/profile/profile.ts': [
          "    observe({ type: 'pass-started', pass });",
          "    observe({ type: 'pass-started', pass });\n    await new Promise((resolve) => setTimeout(resolve)); for (;;);",
        ],
      },
    });
    using terminal = openTerminal({ command: [process.execPath, changed], args: quick });
    const host = await pressed(terminal, /round 1 of .*running/);
    terminal.signal('SIGKILL');
    await untilGone(host);
  });

  test('leaves signals to the whole group to the program that started it', async () => {
    using terminal = openTerminal({ args: visible, rows: 40 });
    const host = await phases['a pass']!.reach(terminal);
    process.kill(-terminal.pid, 'SIGTERM');
    assert.equal((await terminal.exited).code, 143);
    assertRestored(terminal);
    assert.match(terminal.printed(), /^ {2}local .*▇/m);
    await untilGone(host);
  });

  test('is not started for what measures nothing', async () => {
    using terminal = openTerminal({ args: ['demo', '--offline'] });
    await terminal.until('SETUP');
    await terminal.until(/RUN|RESULTS/);
    assert.deepEqual(childrenOf(terminal.pid), []);
  });
});
