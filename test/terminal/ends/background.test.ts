import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childrenOf, untilGone } from '../../helpers/terminal/host-process.ts';
import { assertRestored, endless, quick } from '../../helpers/terminal/terminal-screens.ts';
import { openTerminal, program, type Terminal } from '../../helpers/terminal/terminal.ts';

const skip = process.platform !== 'linux';

/** A line of shell in which `fibtui` is the built program; what follows `&` in it is in the background. */
const shell = (line: string, args: readonly string[]): Terminal =>
  openTerminal({
    command: ['bash', '-c', line.replaceAll('fibtui', '"$0" "$@"'), process.execPath, program],
    args,
    columns: 200,
  });

const alternate = '\u001B[?1049h';
const why = /^fibtui: in the background of its terminal it shows no screen and starts at once; /m;

for (const [what, line] of Object.entries({
  'under timeout in a script': 'timeout 600 fibtui; echo "code $?"',
  'behind & in a shell with job control': 'set -m; fibtui & wait $!; echo "code $?"',
})) {
  test(`${what} the plan runs at once, without a screen, and says why`, { skip }, async () => {
    using terminal = shell(line, quick);
    assert.equal((await terminal.exited).code, 0);
    assert.ok(!terminal.output().includes(alternate));
    assert.match(terminal.printed(), why);
    assert.match(terminal.printed(), /^VERDICT/m);
    assert.match(terminal.printed(), /^code 0$/m);
  });
}

test(
  'timeout ends it with 124, whatever it was doing, and the window is clean',
  { skip },
  async () => {
    using terminal = shell('timeout 4 fibtui; echo "code $?"', endless);
    await terminal.exited;
    assert.match(terminal.printed(), /^code 124$/m);
    assert.ok(!terminal.output().includes(alternate));
    assertRestored(terminal);
  },
);

test('timeout --foreground keeps its screen, and gives the terminal back', { skip }, async () => {
  using terminal = shell('timeout --foreground 600 fibtui; echo "code $?"', quick);
  await terminal.until('SETUP');
  terminal.press('q');
  await terminal.exited;
  assert.match(terminal.printed(), /^code 0$/m);
  assertRestored(terminal);
});

/** An interactive shell in which fibtui shows its screen and is then suspended. */
async function suspended(): Promise<Terminal> {
  const terminal = openTerminal({ command: ['bash', '--norc', '--noprofile', '-i'] });
  try {
    terminal.press(`PS1='$ '; '${process.execPath}' '${program}' ${endless.join(' ')}\r`);
    await terminal.until('SETUP');
    terminal.press('\u001A');
    await terminal.until(/Stopped/);
    return terminal;
  } catch (error) {
    terminal[Symbol.dispose]();
    throw error;
  }
}

test('continued in the background it draws nothing, and can be ended there', { skip }, async () => {
  using terminal = await suspended();
  const [job] = childrenOf(terminal.pid);
  assert.ok(job);
  const drawn = terminal.output().split(alternate).length;
  terminal.press('bg; wait %1; echo "stopped $?"\r');
  await terminal.until(/^stopped \d+$/m);
  terminal.press('kill %1\r');
  await untilGone(job.pid);
  assert.equal(terminal.output().split(alternate).length, drawn);
  assert.equal(terminal.buffer(), 'normal');
  assert.ok(terminal.cursorVisible());
});

test('in the foreground again it draws', { skip }, async () => {
  using terminal = await suspended();
  terminal.press('bg\r');
  await terminal.until(/&$/m);
  terminal.press('fg\r');
  await terminal.until(/^╭.*SETUP/);
  terminal.press('q');
  await terminal.until(/^\$$/m);
  assert.equal(terminal.buffer(), 'normal');
  assert.ok(terminal.cursorVisible());
});

test('where CI is set the plan runs at once, on a terminal too', { skip }, async () => {
  for (const [value, shown] of [
    ['true', false],
    ['1', false],
    ['false', true],
    ['0', true],
    ['', true],
  ] as const) {
    using terminal = openTerminal({ args: quick, env: { CI: value } });
    if (shown) {
      await terminal.until('SETUP');
      terminal.press('q');
    }

    assert.equal((await terminal.exited).code, 0);
    assert.equal(terminal.output().includes(alternate), shown, `CI=${value}`);
    assert.equal(/^VERDICT/m.test(terminal.printed()), !shown, `CI=${value}`);
  }
});

test('where CI is set a replay prints its summary at once', { skip }, async () => {
  const args = ['replay', 'dist/demo/first.json.gz'];
  using terminal = openTerminal({ args, env: { CI: 'true' } });
  assert.equal((await terminal.exited).code, 0);
  assert.ok(!terminal.output().includes(alternate));
  assert.match(terminal.printed(), /^VERDICT/m);
});
