import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paletteOf, type Background } from '../../source/core/text/palette.ts';
import { quick } from '../helpers/terminal/terminal-screens.ts';
import { printedBy } from '../helpers/terminal/terminal-free.ts';
import { openTerminal, program } from '../helpers/terminal/terminal.ts';

const question = '\x1b]11;?';
const light = '\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\';
const truecolor = { COLORTERM: 'truecolor' };

/** What keys are written in. */
const keys = (background: Background): string =>
  `\x1b[${paletteOf({ background, colours: 'all' }).codes.key}m`;

const headless = ['--size', '100', '--tasks', '2', '--rounds', '1', '--no-history'];

const printed = async (...args: readonly string[]) =>
  printedBy([process.execPath, program, ...headless, ...args]);

test('a terminal that says it is light gets the colours for it, and no key of it', async () => {
  using terminal = openTerminal({ args: quick, env: truecolor });
  await terminal.until(() => terminal.output().includes(question));
  assert.ok(terminal.output().includes(keys('dark')));
  assert.ok(!terminal.output().includes(keys('light')));
  terminal.press(light);
  await terminal.until(() => terminal.output().includes(keys('light')));
  assert.match(await terminal.until('in all'), /Size +2,000/);
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});

test('a terminal that does not answer is dark, and a key is a key', async () => {
  using terminal = openTerminal({ args: quick, env: truecolor });
  await terminal.until('in all');
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
  assert.ok(!terminal.output().includes(keys('light')));
});

test('--theme light is light from the first frame, and asks nothing', async () => {
  using terminal = openTerminal({ args: [...quick, '--theme', 'light'], env: truecolor });
  await terminal.until('in all');
  terminal.press('q');
  await terminal.exited;
  assert.ok(terminal.output().includes(keys('light')));
  assert.ok(!terminal.output().includes(keys('dark')));
  assert.ok(!terminal.output().includes(question));
});

test('--color never leaves bold text, and asks nothing', async () => {
  using terminal = openTerminal({ args: [...quick, '--color', 'never'], env: truecolor });
  await terminal.until('in all');
  terminal.press('q');
  await terminal.exited;
  assert.ok(terminal.output().includes('\x1b[1m'));
  assert.doesNotMatch(terminal.output(), /\[(?:\d+;)*[34]8;/);
  assert.ok(!terminal.output().includes(question));
});

test('the summary is in colour on a terminal, in a pipe with --color always, and JSON never', async () => {
  const always = (await printed('--color', 'always')).stdout;
  assert.ok(always.includes('\x1b[1mVERDICT'), always);
  for (const args of [[], ['--color', 'always', '--json']]) {
    assert.ok(!(await printed(...args)).stdout.includes('\x1b'), args.join(' '));
  }
});

test('what is no choice is a wrong use', async () => {
  const { code, stderr } = await printed('--color', 'sometimes');
  assert.equal(code, 2);
  assert.equal(stderr, 'fibtui: --color "sometimes" is unknown: use auto, always or never.\n');
});
