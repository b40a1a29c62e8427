import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  current,
  endless,
  laterRound,
  quick,
  roundOf,
} from '../helpers/terminal/terminal-screens.ts';
import type { Wanted } from '../helpers/terminal/terminal-waits.ts';
import { openTerminal, type Terminal } from '../helpers/terminal/terminal.ts';

/** The number of filled cells of a bar. */
const filled = (screen: string, name: RegExp): number =>
  (
    screen
      .split('\n')
      .find((row) => name.test(row))
      ?.match(/[━▇]/g) ?? []
  ).length;

test('enter runs the plan and ends in the results with their verdict', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(/round [12] of 2/);
  const results = await terminal.until('RESULTS');
  assert.match(results, /RESULTS/);
  assert.match(results, /local +one by one +[▇█]/);
  assert.match(results, /pool +\d+ at a time +[▇█]/);
  assert.match(results, /2 rounds cannot rule out chance, 3 more make a verdict/);
});

test('fibtui run needs no Enter', async () => {
  using terminal = openTerminal({ args: ['run', ...quick] });
  await terminal.until('RESULTS');
  terminal.press('q');
  assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
});

test('the bars move while a pass runs', async () => {
  using terminal = openTerminal({ args: ['--size', '50k', '--tasks', '2000', '--rounds', '1'] });
  await terminal.until('SETUP');
  terminal.press('enter');
  const first = await terminal.until((screen) => filled(screen, /w1 /) > 1);
  assert.match(first, /round 1 of 1 .*running/);
  const [worker, engine] = [filled(first, /w1 /), filled(first, /one by one/)];
  await terminal.until(
    (screen) => filled(screen, /w1 /) > worker && filled(screen, /one by one/) > engine,
  );
});

test('enter on the results runs the same plan again', async () => {
  using terminal = openTerminal({ args: quick });
  await runToResults(terminal);
  terminal.press('enter');
  await terminal.until(/round [12] of 2/);
  await terminal.until('RESULTS');
});

test('the arrows lead from the results back to setup with the next size, which then runs', async () => {
  using terminal = openTerminal({ args: quick });
  await runToResults(terminal);
  terminal.press('right');
  const setup = await terminal.until('SETUP');
  assert.match(setup, current('Size', '5,000'));
  terminal.press('enter');
  assert.match(await terminal.until('RESULTS'), /5,000 terms/);
  terminal.press('left');
  assert.match(await terminal.until('SETUP'), current('Size', '2,000'));
});

test('escape asks, and a second one cancels and keeps the finished rounds', async () => {
  using terminal = openTerminal({ args: endless });
  await startAndSee(terminal, laterRound);
  terminal.press('escape');
  await terminal.until('Press esc again');
  terminal.press('escape');
  const results = await terminal.until('RESULTS');
  assert.match(results, /RESULTS · stopped after \d+ of [\d,]+ rounds/);
  assert.match(results, /local +one by one +[▇█]+/);
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});

test('two escapes that arrive as one chunk cancel as well', async () => {
  using terminal = openTerminal({ args: endless });
  await startAndSee(terminal, laterRound);
  terminal.press('escape', 'escape');
  await terminal.until('RESULTS');
});

test('any other key after escape lets the run go on', async () => {
  using terminal = openTerminal({ args: endless });
  await startAndSee(terminal, laterRound);
  terminal.press('escape');
  const asked = await terminal.until('Press esc again');
  terminal.press('x');
  await terminal.until('esc cancel (finished rounds are kept)');
  await terminal.until((screen) => roundOf(screen) > roundOf(asked));
});

async function startAndSee(terminal: Terminal, wanted: Wanted): Promise<void> {
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(wanted);
}

async function runToResults(terminal: Terminal): Promise<void> {
  await startAndSee(terminal, /RESULTS/);
}
