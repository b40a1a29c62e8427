import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import {
  castOf,
  dataOf,
  pictureOf,
  printedIn,
  replayed,
  screensOf,
  shownIn,
  textOf,
  wholeLines,
  type Cast,
} from '../helpers/casts/casts.ts';
import { printedBy, runWithout } from '../helpers/terminal/terminal-free.ts';
import {
  assertRestored,
  drawnAt,
  endless,
  laterProgress,
  laterRound,
  quick,
} from '../helpers/terminal/terminal-screens.ts';
import { openTerminal, program } from '../helpers/terminal/terminal.ts';

/** A pass of about two seconds on any machine. */
const visible = ['--workload', 'pair', '--size', '100k', '--rounds', '1'] as const;

async function fileOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-record-'));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  return join(folder, 'session.cast');
}

const castIn = async (path: string): Promise<Cast> => castOf(await readFile(path, 'utf8'));

const outputOf = (cast: Cast): string => dataOf(cast, 'o').join('');

/** The recording of a program that is still running or was killed. */
const partIn = async (path: string): Promise<Cast> =>
  castOf(wholeLines(await readFile(path, 'utf8')));

/** Polls the file of a running program; the runner's timeout ends a wait that is too long. */
async function untilPlays(path: string, screen: string): Promise<void> {
  while (textOf(await replayed(await partIn(path))) !== screen) {
    await setImmediate();
  }
}

const windows = [
  { columns: 60, rows: 16, resized: [120, 40] },
  { columns: 80, rows: 24, resized: [70, 18] },
  { columns: 120, rows: 40, resized: [80, 50] },
] as const;

suite('--record', { concurrency: true }, () => {
  for (const { columns, rows, resized } of windows) {
    test(`at ${columns}x${rows}, resized in the middle, ends in the screen that was seen`, async (t) => {
      const path = await fileOf(t);
      const args = [...endless, '--record', path];
      using terminal = openTerminal({ columns, rows, args });
      await terminal.until('SETUP');
      terminal.press('enter');
      await terminal.until(laterRound);
      const [wide, high] = resized;
      terminal.resize(wide, high);
      await terminal.until(drawnAt(wide, high));
      terminal.press('escape');
      await terminal.until('Press esc again');
      terminal.press('escape');
      await terminal.until('RESULTS');
      terminal.press('q');
      assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
      assertRestored(terminal);

      const cast = await castIn(path);
      assert.deepEqual(cast.window, { columns, rows });
      assert.deepEqual(dataOf(cast, 'r'), [resized.join('x')]);
      assert.equal(outputOf(cast), shownIn(terminal.output()));
      assert.deepEqual(pictureOf(await replayed(cast)), pictureOf(terminal.emulator));
      assert.match(terminal.printed(), /^VERDICT/m);
    });
  }

  test('marks where every pass starts, and the verdict', async (t) => {
    const path = await fileOf(t);
    using terminal = openTerminal({ args: [...quick, '--record', path] });
    await terminal.until('in all');
    terminal.press('enter');
    await terminal.until('RESULTS');
    terminal.press('q');
    await terminal.exited;
    const labels = ['local 1/2', 'pool 1/2', 'pool 2/2', 'local 2/2', 'verdict'];
    assert.deepEqual(dataOf(await castIn(path), 'm'), labels);
  });

  test('leaves a whole file behind Ctrl+C in the middle, with how it ended', async (t) => {
    const path = await fileOf(t);
    const args = [...endless, '--record', path, '--cast-version', '3'];
    using terminal = openTerminal({ args });
    await terminal.until('in all');
    terminal.press('enter');
    await terminal.until(laterRound);
    terminal.press('ctrl+c');
    assert.deepEqual(await terminal.exited, { code: 130, signal: undefined });
    assertRestored(terminal);
    const cast = await castIn(path);
    assert.equal(cast.header['version'], 3);
    assert.deepEqual(dataOf(cast, 'x'), ['130']);
    assert.deepEqual(pictureOf(await replayed(cast)), pictureOf(terminal.emulator));
    assert.match(terminal.printed(), /^stopped after \d/m);
  });

  test('leaves a whole file behind a terminal that is closed', async (t) => {
    const path = await fileOf(t);
    using terminal = openTerminal({ args: [...endless, '--record', path] });
    await terminal.until('in all');
    terminal.press('enter');
    await terminal.until(laterRound);
    terminal.signal('SIGHUP');
    assert.equal((await terminal.exited).code, 129);
    assert.equal((await replayed(await castIn(path))).buffer.active.type, 'normal');
  });

  test('killed, plays to that moment', async (t) => {
    const path = await fileOf(t);
    using terminal = openTerminal({ args: [...endless, '--record', path] });
    await terminal.until('in all');
    terminal.press('enter');
    await terminal.until(laterRound);
    terminal.press('?');
    const seen = await terminal.until('KEYS DURING A RUN');
    await untilPlays(path, seen);
    terminal.signal('SIGKILL');
    await terminal.exited;
    const cast = await partIn(path);
    assert.equal(textOf(await replayed(cast)), seen);
    assert.ok(shownIn(terminal.output()).startsWith(outputOf(cast)));
  });

  test('draws for --window-size in a larger terminal, whatever that does', async (t) => {
    const path = await fileOf(t);
    const args = [...quick, '--record', path, '--window-size', '80x24'];
    using terminal = openTerminal({ columns: 100, rows: 30, args });
    await terminal.until('in all');
    terminal.resize(120, 40);
    terminal.press('enter');
    const results = await terminal.until('RESULTS');
    assert.equal(Math.max(...results.split('\n').map(({ length }) => length)), 79);
    terminal.press('q');
    await terminal.exited;
    const cast = await castIn(path);
    assert.deepEqual(cast.window, { columns: 80, rows: 24 });
    assert.deepEqual(dataOf(cast, 'r'), []);
  });

  test('is refused where --window-size is larger than the terminal, with both sizes', async (t) => {
    const path = await fileOf(t);
    using terminal = openTerminal({
      columns: 140,
      args: [...quick, '--record', path, '--window-size', '160x20'],
    });
    assert.equal((await terminal.exited).code, 2);
    assert.equal(
      terminal.text().trim(),
      'fibtui: --window-size 160x20 is larger than this terminal (140x24): choose a smaller one, or enlarge the terminal.',
    );
    assert.ok(!existsSync(path));
  });

  test('leaves a file that is there alone, and replaces it with --overwrite', async (t) => {
    const path = await fileOf(t);
    await writeFile(path, 'mine');
    const refused = await runWithout(...quick, '--record', path);
    assert.deepEqual(refused, {
      code: 2,
      stdout: '',
      stderr: `fibtui: Cannot record to ${path}: it exists already; choose another name, or replace it with --overwrite.\n`,
    });
    assert.equal(await readFile(path, 'utf8'), 'mine');

    const { code, stderr } = await runWithout(...quick, '--record', path, '--overwrite');
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal((await castIn(path)).header['title'], 'fibtui');
  });

  const skip = !existsSync('/dev/full');
  const full = [...quick, '--record', '/dev/full', '--overwrite'];

  test('on a full disk ends with a word about it, and the run goes on', { skip }, async () => {
    using terminal = openTerminal({ args: full, columns: 200 });
    await terminal.until('in all');
    terminal.press('enter');
    await terminal.until('RESULTS');
    terminal.press('q');
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
    assertRestored(terminal);
    assert.match(terminal.printed(), /^VERDICT/m);
    assert.match(
      terminal.printed(),
      /^fibtui: The recording \/dev\/full ended early: .+ full\. .+\.$/m,
    );
  });

  test('on a full disk costs a plain run nothing but that word', { skip }, async () => {
    const { code, stdout, stderr } = await runWithout(...full);
    assert.match(stdout, /^VERDICT/m);
    assert.match(stderr, /^fibtui: The recording \/dev\/full ended early: [^\n]+\n$/);
    assert.equal(code, 0);
  });
});

suite('--record without a terminal', { concurrency: true }, () => {
  test('runs at once, draws it all for the file, and prints the summary', async (t) => {
    const path = await fileOf(t);
    const { code, stdout, stderr } = await runWithout(...visible, '--record', path);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^VERDICT/m);
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(stdout, /\u001b/);

    const cast = await castIn(path);
    assert.deepEqual(cast.window, { columns: 80, rows: 24 });
    // eslint-disable-next-line no-control-regex
    assert.match(outputOf(cast), /\u001b\[(3[0-7]|38;[\d;]+|9[0-7])m/);
    const screens = await screensOf(cast);
    for (const words of [/SETUP/, /round 1 of 1 .*running/, /RESULTS[^]+TRUST/]) {
      assert.ok(
        screens.some((screen) => words.test(screen)),
        `${words.source} is on no screen`,
      );
    }

    const [heading = ''] = stdout.split('\n');
    assert.ok(printedIn(await replayed(cast)).startsWith(heading));
    const stood = cast.events.at(-1)!.at - cast.events.at(-2)!.at;
    assert.ok(stood >= 5, `the results stand for ${stood} s`);
  });

  test('has no colour with NO_COLOR', async (t) => {
    const path = await fileOf(t);
    const args = [...quick, '--record', path];
    using terminal = openTerminal({ args, env: { TERM: 'dumb', NO_COLOR: '1' } });
    assert.equal((await terminal.exited).code, 0);
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(outputOf(await castIn(path)), /\u001b\[(3|9)[0-7]/);
  });

  test('prints the report with --json, and nothing else', async (t) => {
    const path = await fileOf(t);
    const args = [...quick, '--json', '--record', path, '--window-size', '120x40'];
    const { code, stdout, stderr } = await runWithout(...args);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal((JSON.parse(stdout) as { finished: unknown }).finished, true);
    const cast = await castIn(path);
    assert.deepEqual(cast.window, { columns: 120, rows: 40 });
    assert.match(printedIn(await replayed(cast)), /^VERDICT/m);
  });

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    test(`ends by ${signal} as a plain run does`, async (t) => {
      const path = await fileOf(t);
      const args = [...endless, '--record', path];
      using terminal = openTerminal({ args, columns: 200, env: { TERM: 'dumb' } });
      await terminal.until(laterProgress);
      terminal.signal(signal);
      assert.deepEqual(await terminal.exited, { code, signal: undefined });
      assert.match(terminal.printed(), /^VERDICT/m);
      const emulator = await replayed(await castIn(path));
      assert.equal(emulator.buffer.active.type, 'normal');
      assert.match(printedIn(emulator), /^VERDICT/m);
    });
  }

  test('is whole where a second SIGINT ends the program at once', async (t) => {
    const path = await fileOf(t);
    const args = [...endless, '--record', path, '--cast-version', '3'];
    using terminal = openTerminal({ args, columns: 200, env: { TERM: 'dumb' } });
    await terminal.until(laterProgress);
    terminal.signal('SIGINT');
    terminal.signal('SIGINT');
    assert.equal((await terminal.exited).code, 130);
    const cast = await castIn(path);
    assert.deepEqual(dataOf(cast, 'x'), ['130']);
    assert.equal((await replayed(cast)).buffer.active.type, 'normal');
  });

  test(
    'is whole where nobody reads the summary',
    { skip: process.platform === 'win32' },
    async (t) => {
      const path = await fileOf(t);
      const line = `"$0" '${program}' ${quick.join(' ')} --record '${path}' | true; exit \${PIPESTATUS[0]}`;
      const { code, stderr } = await printedBy(['bash', '-c', line, process.execPath]);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(printedIn(await replayed(await castIn(path))), /^VERDICT/m);
    },
  );

  test('ends with 2 where the plan needs too much memory, as a plain run does, and leaves no film of nothing', async (t) => {
    const path = await fileOf(t);
    const large = ['--size', '300k', '--tasks', '900', '--workers', '900'];
    const { code, stdout, stderr } = await runWithout(...large, '--record', path);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^fibtui: list needs [^\n]+\n$/);
    assert.ok(!existsSync(path), 'a film of nothing is left');
    assert.equal((await runWithout(...quick, '--record', path)).code, 0);
  });
});

test('--window-size alone pins the layout', async () => {
  using terminal = openTerminal({
    columns: 100,
    rows: 30,
    args: [...quick, '--window-size', '80x24'],
  });
  const screen = await terminal.until('in all');
  assert.equal(Math.max(...screen.split('\n').map(({ length }) => length)), 79);
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});

test('--window-size gives way to a terminal that becomes smaller than that, and comes back with it', async () => {
  using terminal = openTerminal({
    columns: 100,
    rows: 30,
    args: [...quick, '--window-size', '80x24'],
  });
  await terminal.until('in all');
  terminal.resize(70, 20);
  await terminal.until(drawnAt(70, 20));
  terminal.resize(50, 10);
  await terminal.until(drawnAt(50, 10));
  terminal.resize(120, 40);
  const screen = await terminal.until(/^╭.*SETUP/);
  assert.equal(Math.max(...screen.split('\n').map(({ length }) => length)), 79);
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});

test('--window-size alone is refused where no screen is drawn', async () => {
  assert.deepEqual(await runWithout(...quick, '--window-size', '80x24'), {
    code: 2,
    stdout: '',
    stderr:
      'fibtui: --window-size is given, but no screen is drawn: add --record FILE, or leave it out.\n',
  });
});
