import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertFits,
  assertRestored,
  drawnAt,
  endless,
  laterRound,
} from '../helpers/terminal/terminal-screens.ts';
import { openTerminal } from '../helpers/terminal/terminal.ts';

const short = ['--size', '10k', '--tasks', '40', '--workers', '20', '--rounds', '2'] as const;

test('g shows what every worker did; it zooms, scrolls, follows the window, and leads back', async () => {
  using terminal = openTerminal({ args: short });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until('RESULTS');
  terminal.press('g');
  const whole = await terminal.until(/TIMELINE[^]*esc back/);
  assertFits(whole, 80, 24);
  assert.match(whole, /round \d of 2.* 0 to /);
  assert.match(whole, /local w1 .*[▁-▇░│][^]*pool {2}w01 .*[▁-▇░│]/);
  terminal.press('+', '+', 'right');
  await terminal.until(/ \d.* to .* of /);
  terminal.press('0', 'down', 'down');
  await terminal.until(/rows 3 to \d+ of 21/);
  for (const [columns, rows] of [
    [60, 16],
    [120, 40],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows);
    const screen = await terminal.until(drawnAt(columns, rows));
    assertFits(screen, columns, rows);
    assert.match(screen, /TIMELINE/);
  }

  terminal.press('c');
  await terminal.until(/local alone {3}round/);
  terminal.press('g');
  await terminal.until('RESULTS');
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
  assertRestored(terminal);
});

test('during a run the timeline shows the round that runs, and the run goes on below it', async () => {
  using terminal = openTerminal({ args: endless });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(laterRound);
  terminal.press('g');
  await terminal.until(/round \d+ of 1000, (local|pool) is running/);
  terminal.press('escape');
  await terminal.until(/round \d+ of 1000/);
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
});

test('with --ascii and NO_COLOR a timeline is ASCII alone, and has no colour', async () => {
  using terminal = openTerminal({ args: [...short, '--ascii'], env: { NO_COLOR: '1' } });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until('RESULTS');
  terminal.press('g', '+');
  const screen = await terminal.until('esc back');
  assert.match(screen, /= (on a CPU|in a task)/);
  terminal.press('g', 'q');
  await terminal.exited;
  assert.equal(/\P{ASCII}/u.exec(terminal.output()), null);
  assert.doesNotMatch(terminal.output(), new RegExp(String.raw`\u001b\[3[0-8]`));
});
