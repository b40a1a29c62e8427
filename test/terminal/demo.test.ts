import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { castOf, dataOf, printedIn, replayed, screensOf } from '../helpers/casts/casts.ts';
import { temporaryFolder } from '../helpers/profiles/runs.ts';
import { newPerson } from '../helpers/terminal/saved-runs.ts';
import { terminalAnswers } from '../helpers/terminal/terminal-answers.ts';
import { printedBy, runWithout } from '../helpers/terminal/terminal-free.ts';
import { assertFits, assertRestored, drawnAt } from '../helpers/terminal/terminal-screens.ts';
import { environment, openTerminal, program } from '../helpers/terminal/terminal.ts';

const offline = ['demo', '--offline'] as const;
/** Too fast to read, slow enough for every screen to be drawn. The tests wait for the longest ones. */
const fast = [...offline, '--speed', '8'] as const;

/** Slow enough that the script presses no key while a test looks at its first caption. */
const slow = [...offline, '--speed', '0.1'] as const;

suite('demo', { concurrency: true }, () => {
  test('measures this machine by itself until a key takes over, and does what that does', async (t) => {
    const person = await newPerson(t);
    using terminal = person.open({ args: ['demo'] });
    await terminal.until(/fibtui demo: any key takes over[^]*What does parallelism buy/);
    terminal.press('right');
    // By then the script may have left this screen.
    const taken = await terminal.until(/Size +[12]00,000[^]*enter run/);
    assert.match(taken, /^╭─ fibtui demo ─/);
    await terminal.until('in all');
    terminal.press('q');
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
    assertRestored(terminal);
  });

  test('ends by Ctrl+C in the middle of its run as everything does', async (t) => {
    const person = await newPerson(t);
    using terminal = person.open({ args: ['demo'] });
    await terminal.until(/round 1 of 5[^]* local does one task/);
    terminal.press('ctrl+c');
    assert.deepEqual(await terminal.exited, { code: 130, signal: undefined });
    assertRestored(terminal);
  });

  test('needs a terminal, or a film', async () => {
    assert.deepEqual(await runWithout('demo'), {
      code: 2,
      stdout: '',
      stderr:
        'fibtui: demo needs a terminal: run it in the foreground of one, or add --record FILE.\n',
    });
  });
});

suite('demo --offline', { concurrency: true }, () => {
  test('plays itself to its end, leaves on the summary, and says that it was recorded', async (t) => {
    const person = await newPerson(t);
    using terminal = person.open({ args: fast, columns: 100, rows: 30 });
    await terminal.until(/fibtui demo, recorded[^]*SETUP/);
    await terminal.until(/round \d of 5/);
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
    assertRestored(terminal);
    assert.match(terminal.printed(), / 1,000 terms,[^]*^VERDICT/m);
    assert.match(terminal.printed(), /^Recorded on 2\d{3}-\d\d-\d\d: nothing was/m);
    assert.ok(!existsSync(join(person.env['XDG_STATE_HOME'] ?? '', 'fibtui')), 'a run was saved');
  });

  test('offers nobody to take over where nobody sits at the terminal', async () => {
    using terminal = openTerminal({ args: slow, env: { CI: 'true' } });
    const screen = await terminal.until(/^ What does parallelism buy here\? fibtui/m);
    assert.match(screen, /fibtui demo, recorded/);
    assert.doesNotMatch(screen, /takes over/);
    terminal.press('q');
    assert.equal((await terminal.exited).code, 0);
  });

  test('fills a window that is resized in the middle', async () => {
    using terminal = openTerminal({ args: slow });
    await terminal.until(/^ What does parallelism buy here\? fibtui/m);
    terminal.resize(60, 16);
    assertFits(await terminal.until(drawnAt(60, 16)), 60, 16);
    await terminal.until(/^ What does parallelism buy here\? fibtui measures it\.$/m);
    terminal.resize(120, 40);
    assertFits(await terminal.until(drawnAt(120, 40)), 120, 40);
    terminal.press('q');
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
    assertRestored(terminal);
  });

  test('is not taken over by what the terminal sends on its own', async () => {
    using terminal = openTerminal({ args: slow });
    await terminal.until(/any key takes over[^]*What does parallelism buy/);
    terminal.press(...Object.values(terminalAnswers));
    terminal.resize(120, 40);
    assert.match(await terminal.until(drawnAt(120, 40)), /any key takes over/);
    terminal.press('x');
    await terminal.until((screen) => !screen.includes('any key takes over'));
  });

  test('taken over, runs what was recorded, and says so of what was not', async () => {
    using terminal = openTerminal({ args: slow });
    await terminal.until('in all');
    terminal.press(']', 'enter');
    const refused = await terminal.until('This demo is recorded');
    assert.match(refused, /Size +100,000/);
    terminal.press('[', 'enter');
    await terminal.until(/round 1 of 5 .*running/);
    terminal.press('escape');
    await terminal.until('Press esc again');
    terminal.press('escape');
    await terminal.until('RESULTS');
    terminal.press('q');
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
    assertRestored(terminal);
  });

  test('hears keys after it was suspended, too', async () => {
    using terminal = openTerminal({ args: slow });
    await terminal.until('in all');
    terminal.press('\u001A');
    await terminal.until('enter run');
    terminal.press('right');
    await terminal.until(/Size +100,000/);
    terminal.press('q');
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
    assertRestored(terminal);
  });

  test('makes a film with one command, without a terminal and without waiting', async (t) => {
    const [folder, { env }] = [await temporaryFolder(t), await newPerson(t)];
    const path = join(folder, 'demo.cast');
    const line = [...offline, '--record', path, '--window-size', '80x24', '--cast-version', '3'];
    const command = [process.execPath, program, ...line] as const;
    const { code, stdout, stderr } = await printedBy([...command], { env: environment(env) });
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^VERDICT[^]*\nRecorded on /m);
    assert.deepEqual(await readdir(folder), ['demo.cast']);

    const cast = castOf(await readFile(path, 'utf8'));
    assert.deepEqual(cast.window, { columns: 80, rows: 24 });
    const screens = await screensOf(cast);
    for (const words of [/SETUP[^]*What does parallelism buy/, /round \d of 5/]) {
      assert.ok(
        screens.some((screen) => words.test(screen)),
        `${words.source} is on no screen`,
      );
    }

    assert.equal(dataOf(cast, 'm').filter((label) => label === 'verdict').length, 2);
    assert.ok(cast.events.at(-1)!.at > 30, 'the film is shorter than its captions take');
    assert.match(printedIn(await replayed(cast)), /^VERDICT/m);
  });

  test('ends by Ctrl+C in the middle of a film that nobody sees, and leaves it whole', async (t) => {
    const path = join(await temporaryFolder(t), 'demo.cast');
    const args = [...offline, '--record', path, '--cast-version', '3'];
    using terminal = openTerminal({ args, env: { TERM: 'dumb' } });
    const written = async () => (existsSync(path) ? readFile(path, 'utf8') : '');
    while (!(await written()).includes('local 1/5')) {
      await setImmediate();
    }

    terminal.signal('SIGINT');
    assert.deepEqual(await terminal.exited, { code: 130, signal: undefined });
    const cast = castOf(await readFile(path, 'utf8'));
    assert.deepEqual(dataOf(cast, 'x'), ['130']);
    assert.equal((await replayed(cast)).buffer.active.type, 'normal');
  });

  const skip = !existsSync('/dev/full');

  test('on a full disk ends with a word about it', { skip }, async () => {
    const { code, stdout, stderr } = await runWithout(
      ...offline,
      '--record',
      '/dev/full',
      '--overwrite',
    );
    assert.match(stdout, /^VERDICT/m);
    assert.match(stderr, /^fibtui: The recording \/dev\/full ended early: [^\n]+\n$/);
    assert.equal(code, 0);
  });
});
