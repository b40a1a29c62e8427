import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertFits,
  drawnAt,
  endless,
  quick,
  roundOf,
} from '../helpers/terminal/terminal-screens.ts';
import { printedBy } from '../helpers/terminal/terminal-free.ts';
import { environment, openTerminal, program } from '../helpers/terminal/terminal.ts';

const windows = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 50 },
];

for (const { columns, rows } of windows) {
  test(`at ${columns}x${rows} every frame from setup to results fits the window`, async () => {
    using terminal = openTerminal({ columns, rows, args: quick });
    const fits = (wanted: string) => (screen: string) => {
      assertFits(screen, columns, rows);
      return screen.includes(wanted);
    };
    // The very first write is not a frame yet.
    await terminal.until('SETUP');
    await terminal.until(fits('in all'));
    terminal.press('enter');
    const results = await terminal.until(fits('RESULTS'));
    for (const word of ['RESULTS', ' local ', ' pool ', 'enter again']) {
      assert.ok(results.includes(word), `${word} is missing:\n${results}`);
    }
  });
}

test('the size of the layout for every start is for screens, not for what is printed', async () => {
  const usual = { FIBTUI_OPTIONS: '--window-size 60x16' };
  const replay = [process.execPath, program, 'replay', 'media/runs/tiny.json.gz'] as const;
  const { code, stdout, stderr } = await printedBy(replay, { env: environment(usual) });
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^VERDICT /m);
  using terminal = openTerminal({ columns: 120, rows: 40, args: quick, env: usual });
  const lines = (await terminal.until('in all')).split('\n');
  assertFits(lines.slice(0, 16).join('\n'), 60, 16);
  assert.equal(lines.slice(16).join(''), '');
});

test('the setup screen keeps its fields and a row about the CPUs at 60x16', async () => {
  using terminal = openTerminal({ columns: 60, rows: 16, args: quick });
  const screen = await terminal.until('in all');
  for (const word of ['Size', 'Tasks', 'Workers', 'Rounds', 'Workload', 'Engines', 'enter run']) {
    assert.ok(screen.includes(word), `${word} is missing:\n${screen}`);
  }

  assert.match(screen, /cpu0? |CPU/);
});

test('many workers stay on the screen at 60x16', async () => {
  using terminal = openTerminal({
    columns: 60,
    rows: 16,
    args: ['--size', '2k', '--tasks', '200', '--workers', '40', '--rounds', '1000'],
  });
  await terminal.until('SETUP');
  terminal.press('enter');
  const screen = await terminal.until((text) => /w01/.test(text) && /round \d+ of 1000/.test(text));
  assertFits(screen, 60, 16);
  assert.match(screen, /^│ pool +▇/m);
});

test('below 60x16 one line says so, and clears itself when the window grows', async () => {
  using terminal = openTerminal({ columns: 50, rows: 12, args: quick });
  const small = await terminal.until('needs');
  assert.equal(small.trim(), 'fibtui needs 60x16, this window is 50x12');
  terminal.resize(80, 24);
  const grown = await terminal.until('SETUP');
  assert.doesNotMatch(grown, /needs/);
  assertFits(await terminal.until(/ q quit/), 80, 24);
});

test('a run goes on in a window that became too small', async () => {
  using terminal = openTerminal({ args: endless });
  await terminal.until('SETUP');
  terminal.press('enter');
  const before = await terminal.until(/round \d+ of 1000/);
  terminal.resize(50, 12);
  const small = await terminal.until('this window is 50x12');
  assert.equal(small.trim(), 'fibtui needs 60x16, this window is 50x12');
  terminal.resize(80, 24);
  await terminal.until((screen) => roundOf(screen) > roundOf(before));
});

test('a run goes on in a window of a single cell', async () => {
  using terminal = openTerminal({ args: endless });
  await terminal.until('SETUP');
  terminal.press('enter');
  const before = await terminal.until(/round \d+ of 1000/);
  terminal.resize(1, 1);
  await terminal.until((screen) => screen.trim() === '');
  terminal.resize(80, 24);
  await terminal.until((screen) => roundOf(screen) > roundOf(before));
});

test('a run that is resized in the middle draws whole frames at every size', async () => {
  using terminal = openTerminal({ args: endless });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(/round \d+ of 1000/);
  for (const { columns, rows } of [...windows, ...windows.toReversed()]) {
    terminal.resize(columns, rows);
    const screen = await terminal.until(drawnAt(columns, rows));
    assertFits(screen, columns, rows);
    assert.match(screen, /round \d+ of 1000/);
  }
});

test('--ascii writes nothing but ASCII, from setup to the summary', async () => {
  using terminal = openTerminal({ args: [...quick, '--ascii'] });
  await terminal.until('in all');
  terminal.press('down', '9');
  await terminal.until('esc discard');
  terminal.press('escape');
  await terminal.until('enter run');
  terminal.press('enter');
  await terminal.until('RESULTS');
  terminal.press('q');
  await terminal.exited;
  const other = /.{0,20}\P{ASCII}.{0,20}/u.exec(terminal.output());
  assert.equal(other, null);
});

test('a locale without UTF-8 is drawn in ASCII', async () => {
  using terminal = openTerminal({ args: quick, env: { LC_ALL: 'C' } });
  assert.match(await terminal.until('in all'), /^\+- fibtui -+ SETUP > run > results -\+$/m);
});

test('NO_COLOR leaves no colour in the output, and the letters of the engines', async () => {
  using terminal = openTerminal({ args: quick, env: { NO_COLOR: '1' } });
  await terminal.until('in all');
  terminal.press('enter');
  const results = await terminal.until('RESULTS');
  assert.match(results, /local +one by one +[▇█]/);
  terminal.press('q');
  await terminal.exited;
  assert.deepEqual(coloursIn(terminal.output()), []);
});

test('without NO_COLOR there are colours', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('in all');
  assert.notDeepEqual(coloursIn(terminal.output()), []);
});

/** Parameters of the escape sequences that set a foreground or background colour. */
const coloursIn = (output: string): readonly string[] =>
  [...output.matchAll(new RegExp(String.raw`\u001b\[([\d;]*)m`, 'g'))]
    .map(([, parameters = '']) => parameters)
    .filter((parameters) => /(^|;)([34][0-8]|9[0-7]|10[0-7])(;|$)/.test(parameters));
