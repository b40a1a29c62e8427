import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFlags } from '../helpers/random-flags.ts';
import { seeded } from '../helpers/random.ts';
import { runWithout } from '../helpers/terminal-free.ts';
import { assertRestored } from '../helpers/terminal-screens.ts';
import { openTerminal, type Terminal } from '../helpers/terminal.ts';

/** All but those that end the program or stop it, and f, which would force a plan on a machine that is too small. */
const keys = [
  'enter escape tab shift+tab backspace up down left right shift+left shift+right'.split(' '),
  '\x1b[5~ \x1b[6~ \x1b[H \x1bOP \x1b[200~2\x1b[201~ \x01 \u0000'.split(' '),
  Array.from('012k +-?pxé漢'),
].flat();
const chunks = 200;
const chunkKeys = 50;

/** Whatever came: out of the help, out of a run, to a screen that takes q. */
async function calm(terminal: Terminal): Promise<void> {
  terminal.resize(120, 40);
  terminal.press('escape', 'escape');
  await terminal.until(
    (screen) => /SETUP|RUN|RESULTS/.test(screen) && !/starting as soon/.test(screen),
  );
  terminal.press('x', 'escape', 'escape');
  await terminal.until(/SETUP|RESULTS/);
}

test('10,000 random keys with resizes between them leave it alive: ? helps, and q ends it', async () => {
  const random = seeded(20_261_123);
  const below = (most: number) => Math.floor(random() * most);
  const args = ['--size', '100', '--tasks', '2', '--repeats', '1'];
  using terminal = openTerminal({ args, patience: 120_000 });
  await terminal.until('SETUP');
  for (let chunk = 0; chunk < chunks; chunk++) {
    terminal.press(...Array.from({ length: chunkKeys }, () => keys[below(keys.length)] ?? ''));
    const seen = terminal.output().length;
    terminal.resize(1 + below(150), 1 + below(50));
    await terminal.until(() => terminal.output().length > seen);
  }

  await calm(terminal);
  for (const place of [/RUN \d/, /RESULTS/]) {
    assert.match(terminal.output(), place, 'the storm never came so far');
  }

  terminal.press('?');
  await terminal.until(/HELP/);
  terminal.press('q');
  const { code } = await terminal.exited;
  assert.ok(code === 0 || code === 1, `${code}`);
  assertRestored(terminal);
  assert.doesNotMatch(terminal.text(), /^ +at /m);
});

test('random combinations of flags end with 0, 1 or 2 and never show a stack', async () => {
  const lines = randomFlags(8, 32).filter((argv) => argv.every((part) => !part.includes('\u0000')));
  const wide = 4;
  for (let first = 0; first < lines.length; first += wide) {
    const batch = lines.slice(first, first + wide);
    for (const [index, { code, stderr }] of (
      await Promise.all(batch.map(async (argv) => runWithout(...argv)))
    ).entries()) {
      const said = `${JSON.stringify(batch[index])}: ${code} ${stderr}`;
      assert.ok(code === 0 || code === 1 || code === 2, said);
      assert.match(stderr, code === 0 ? /^$/ : /^fibtui: [^\n]+\n$/, said);
    }
  }
});
