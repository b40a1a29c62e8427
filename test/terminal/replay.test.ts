import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { castOf, dataOf, pictureOf, printedOf, replayed, screensOf } from '../helpers/casts.ts';
import { temporaryFolder } from '../helpers/runs.ts';
import { newPerson, runOnce, saveMadeUpRun, withoutKeys } from '../helpers/saved-runs.ts';
import { printedBy } from '../helpers/terminal-free.ts';
import { assertRestored, drawnAt, quick } from '../helpers/terminal-screens.ts';
import { environment, program } from '../helpers/terminal.ts';

/** So slow that nobody sees its end by accident. */
const slow = ['replay', '--speed', '0.1'] as const;

test('a run that was saved is played and ends in the same results, to the character', async (t) => {
  const person = await newPerson(t);
  const live = await runOnce(person);
  using terminal = person.open({ args: ['replay'] });
  const played = await terminal.until(/VERDICT[^]* ended /);
  assert.equal(withoutKeys(played), withoutKeys(live));
  terminal.press('q');
  assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
  assertRestored(terminal);
  assert.match(terminal.printed(), /^VERDICT/m);
});

test('so does one of which nothing but the events is left: what they lead to is worked out anew', async (t) => {
  const person = await newPerson(t);
  const live = await runOnce(person);
  const folder = join(person.env['XDG_STATE_HOME']!, 'fibtui', 'runs');
  const [name = ''] = await readdir(folder);
  const path = join(folder, name);
  await writeFile(path, gzipSync(withoutReport(gunzipSync(await readFile(path)).toString())));
  using terminal = person.open({ args: ['replay', path] });
  const played = await terminal.until(/VERDICT[^]* ended /);
  assert.equal(withoutKeys(played), withoutKeys(live));
});

/** The text of a run file without its report, and with another verdict in its first line. */
function withoutReport(text: string): string {
  const bare = text
    .replace(/,\n"report":.*\}\n$/, '}\n')
    .replace(/"verdict":"[^"]*"/, '"verdict":"none"');
  const { report, verdict, events } = JSON.parse(bare) as Record<string, unknown>;
  assert.deepEqual([report, verdict, Array.isArray(events)], [undefined, 'none', true]);
  return bare;
}

for (const [columns, rows] of [
  [60, 16],
  [132, 43],
] as const) {
  test(`at ${columns}x${rows} as well`, async (t) => {
    const person = await newPerson(t);
    const live = await runOnce(person, { columns, rows });
    using terminal = person.open({ args: ['replay', '--speed', '20'], columns, rows });
    const played = await terminal.until((screen) => / ended /.test(screen));
    assert.equal(withoutKeys(played), withoutKeys(live));
  });
}

test('space pauses and goes on, the arrows seek, 0 starts over', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  using terminal = person.open({ args: slow });
  await terminal.until(/RUN [^]*space pause .* replay \d/);
  terminal.press(' ');
  const paused = await terminal.until('space go on');
  assert.match(paused, / paused \d+\.\d s of \d+\.\d s x0\.1/);
  terminal.press('right');
  assert.match(await terminal.until(/ ended \d/), /RESULTS/);
  terminal.press('left');
  assert.match(await terminal.until(/ paused 0\.0 s of/), /· RUN ·/);
  terminal.press(' ');
  await terminal.until(/ replay \d/);
  terminal.press('right');
  await terminal.until(/ ended \d/);
  terminal.press('0');
  assert.match(await terminal.until(/ replay 0\.\d s of 4\.\d s/), /· RUN ·/);
});

test('ctrl+c in the middle ends with 130, gives the terminal back and prints nothing', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  using terminal = person.open({ args: slow });
  await terminal.until('space pause');
  terminal.press('ctrl+c');
  assert.deepEqual(await terminal.exited, { code: 130, signal: undefined });
  assertRestored(terminal);
  assert.equal(terminal.printed().trim(), '');
});

test('a window that is resized in the middle is filled, and shows the results of that size', async (t) => {
  const person = await newPerson(t);
  const live = await runOnce(person, { columns: 100, rows: 30 });
  using terminal = person.open({ args: slow });
  await terminal.until('space pause');
  terminal.resize(100, 30);
  await terminal.until(drawnAt(100, 30));
  terminal.press('right');
  assert.equal(withoutKeys(await terminal.until(/ ended \d/)), withoutKeys(live));
});

test('help lies over a replay, and a replay leads nowhere else', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  using terminal = person.open({ args: slow });
  await terminal.until('space pause');
  terminal.press('?');
  await terminal.until('KEYS ON THE SETUP SCREEN');
  terminal.press('?');
  await terminal.until('space pause');
  terminal.press('right', 'enter', 'h', 'escape');
  await terminal.until(/RESULTS[^]* ended \d/);
});

test('without a terminal it prints what the run printed, as JSON too', async (t) => {
  const { env: given } = await newPerson(t);
  const env = environment(given);
  const fibtui = async (...args: readonly string[]) =>
    printedBy([process.execPath, program, ...args], { env });
  const live = await fibtui(...quick, '--save');
  assert.deepEqual(await fibtui('replay'), live);
  const json = await fibtui('replay', '--json');
  assert.equal((JSON.parse(json.stdout) as { version: number }).version, 1);
});

test('what cannot be played is said in one line, with 2', async (t) => {
  const { env: given } = await newPerson(t);
  const env = environment(given);
  const fibtui = async (...args: readonly string[]) =>
    printedBy([process.execPath, program, ...args], { env });
  await fibtui(...quick);
  for (const [args, sentence] of [
    [['replay'], /^fibtui: There is no run to play yet: .*\.\n$/],
    [
      ['replay', '/nowhere/x.json.gz'],
      /^fibtui: The run file \/nowhere\/x\.json\.gz does not .*\n$/,
    ],
    [['replay', program], /^fibtui: The run file .* is no run file of fibtui\. .*\n$/],
  ] as const) {
    const { code, stdout, stderr } = await fibtui(...args);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, sentence);
  }
});

const filmed = async (path: string) => castOf(await readFile(path, 'utf8'));

test('--record films what is seen, and marks the verdict', async (t) => {
  const [person, folder] = [await newPerson(t), await temporaryFolder(t)];
  await saveMadeUpRun(person);
  const path = join(folder, 'replay.cast');
  using terminal = person.open({ args: [...slow, '--record', path] });
  await terminal.until('space pause');
  terminal.press('right');
  await terminal.until(/VERDICT[^]* ended /);
  terminal.press('q');
  assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
  assertRestored(terminal);
  const cast = await filmed(path);
  assert.deepEqual(pictureOf(await replayed(cast)), pictureOf(terminal.emulator));
  assert.ok(dataOf(cast, 'm').includes('verdict'));
});

test('--record without a terminal plays all of it for the film, and prints the summary', async (t) => {
  const [person, folder] = [await newPerson(t), await temporaryFolder(t)];
  const markers = await saveMadeUpRun(person);
  const env = environment(person.env);
  const path = join(folder, 'replay.cast');
  const fibtui = async (...args: readonly string[]) =>
    printedBy([process.execPath, program, ...args], { env });
  const summary = await fibtui('replay');
  assert.equal(summary.code, 0);
  const line = ['replay', '--idle-limit', '0.5', '--record', path, '--window', '100x30'];
  assert.deepEqual(await fibtui(...line), summary);
  const cast = await filmed(path);
  assert.deepEqual(cast.window, { columns: 100, rows: 30 });
  const screens = await screensOf(cast);
  for (const words of [/RUN \d\/5[^]* replay \d/, /RESULTS[^]*VERDICT[^]* ended /]) {
    assert.ok(
      screens.some((screen) => words.test(screen)),
      `${words.source} is on no screen`,
    );
  }

  assert.deepEqual(dataOf(cast, 'm'), markers);
  assert.match(printedOf(await replayed(cast)), /^VERDICT/m);

  const refused = await fibtui(...line);
  assert.deepEqual([refused.code, refused.stdout], [2, '']);
  assert.match(refused.stderr, /exists already; .* overwrite it with --force\.\n$/);
  assert.deepEqual(await fibtui(...line, '--force', '--speed', '1000'), summary);
});

test('--record is ended by Ctrl+C as a replay is, and plays to that moment', async (t) => {
  const [person, folder] = [await newPerson(t), await temporaryFolder(t)];
  await saveMadeUpRun(person);
  const path = join(folder, 'replay.cast');
  using terminal = person.open({
    args: [...slow, '--record', path, '--cast-version', '3'],
    env: { TERM: 'dumb' },
  });
  while (!existsSync(path)) {
    await setImmediate();
  }

  terminal.signal('SIGINT');
  assert.deepEqual(await terminal.exited, { code: 130, signal: undefined });
  const cast = await filmed(path);
  assert.deepEqual(dataOf(cast, 'x'), ['130']);
  assert.equal((await replayed(cast)).buffer.active.type, 'normal');
});
