import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  castOf,
  dataOf,
  pictureOf,
  printedIn,
  replayed,
  screensOf,
} from '../helpers/casts/casts.ts';
import { temporaryFolder } from '../helpers/profiles/runs.ts';
import { newPerson, runOnce, contentOf } from '../helpers/terminal/saved-runs.ts';
import { printedBy, runWithout } from '../helpers/terminal/terminal-free.ts';
import { assertRestored, drawnAt, quick } from '../helpers/terminal/terminal-screens.ts';
import { environment, program } from '../helpers/terminal/terminal.ts';

/** A run that took half a minute. */
const long = fileURLToPath(new URL('../../media/runs/first.json.gz', import.meta.url));

/** Slow enough that no test reaches the end by accident. */
const slow = ['replay', long, '--speed', '0.1'] as const;

/** The keys that reach the end in steps of 5 seconds. */
const toTheEnd = Array.from({ length: 10 }, () => 'right');

test('a run that was saved is played and ends in the same results, to the character', async (t) => {
  const person = await newPerson(t);
  const live = await runOnce(person);
  using terminal = person.open({ args: ['replay'] });
  const played = await terminal.until(/RESULTS[^]* ended /);
  assert.equal(contentOf(played), contentOf(live));
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
  const played = await terminal.until(/RESULTS[^]* ended /);
  assert.equal(contentOf(played), contentOf(live));
});

/** The text of a run file without its report and with a different verdict in its first line. */
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
    const played = await terminal.until(/ ended \d/);
    assert.equal(contentOf(played), contentOf(live));
  });
}

test('space pauses and goes on, the arrows seek, 0 starts over', async (t) => {
  const person = await newPerson(t);
  using terminal = person.open({ args: slow });
  await terminal.until(/RUN [^]*space pause .* replay \d/);
  terminal.press(' ');
  const paused = await terminal.until('space go on');
  assert.match(paused, / paused \d+\.\d s of \d+\.\d s, speed 0\.1/);
  terminal.press(...toTheEnd);
  assert.match(await terminal.until(/ ended \d/), /RESULTS/);
  terminal.press('left');
  assert.match(await terminal.until(/ paused \d/), /· RUN ·/);
  terminal.press(' ');
  await terminal.until(/ replay \d/);
  terminal.press(...toTheEnd);
  await terminal.until(/ ended \d/);
  terminal.press('0');
  assert.match(await terminal.until(/ replay \d/), /· RUN ·/);
});

test('ctrl+c in the middle ends with 130, gives the terminal back and prints nothing', async (t) => {
  const person = await newPerson(t);
  using terminal = person.open({ args: slow });
  await terminal.until('space pause');
  terminal.press('ctrl+c');
  assert.deepEqual(await terminal.exited, { code: 130, signal: undefined });
  assertRestored(terminal);
  assert.equal(terminal.printed().trim(), '');
});

test('a window that is resized in the middle is filled, and shows the results of that size', async (t) => {
  const person = await newPerson(t);
  using wide = person.open({ args: slow, columns: 100, rows: 30 });
  await wide.until('space pause');
  wide.press(...toTheEnd);
  const results = await wide.until(/RESULTS[^]* ended \d/);
  using terminal = person.open({ args: slow });
  await terminal.until('space pause');
  terminal.resize(100, 30);
  await terminal.until(drawnAt(100, 30));
  terminal.press(...toTheEnd);
  assert.equal(contentOf(await terminal.until(/ ended \d/)), contentOf(results));
});

test('help lies over a replay, and a replay leads nowhere else', async (t) => {
  const person = await newPerson(t);
  using terminal = person.open({ args: slow });
  await terminal.until('space pause');
  terminal.press('?');
  await terminal.until('KEYS IN A REPLAY');
  terminal.press('?');
  await terminal.until('space pause');
  terminal.press(...toTheEnd, 'enter', 'h', 'escape');
  await terminal.until(/RESULTS[^]* ended \d/);
});

test('without a terminal it prints what the run printed, as JSON too', async (t) => {
  const { env: given } = await newPerson(t);
  const env = environment(given);
  const fibtui = async (...args: readonly string[]) =>
    printedBy([process.execPath, program, ...args], { env });
  const live = await fibtui(...quick, '--save');
  assert.deepEqual(await fibtui('replay'), live);
  const liveJson = await fibtui(...quick, '--save', '--json');
  assert.equal((JSON.parse(liveJson.stdout) as { version: number }).version, 2);
  assert.deepEqual(await fibtui('replay', '--json'), liveJson);
});

test('what cannot be played is said in one line, with 2', async (t) => {
  const { env: given } = await newPerson(t);
  const env = environment(given);
  const fibtui = async (...args: readonly string[]) =>
    printedBy([process.execPath, program, ...args], { env });
  await fibtui(...quick);
  for (const [args, sentence] of [
    [['replay'], /^fibtui: There is no saved run yet: .*\.\n$/],
    [
      ['replay', '/nowhere/x.json.gz'],
      /^fibtui: The run file \/nowhere\/x\.json\.gz does not .*\n$/,
    ],
    [['replay', program], /^fibtui: The run file .* is not a fibtui run file\..*\n$/],
  ] as const) {
    const { code, stdout, stderr } = await fibtui(...args);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, sentence);
  }
});

const filmed = async (path: string) => castOf(await readFile(path, 'utf8'));

test('--record films what is seen, and marks the verdict', async (t) => {
  const [person, folder] = [await newPerson(t), await temporaryFolder(t)];
  const path = join(folder, 'replay.cast');
  using terminal = person.open({ args: [...slow, '--record', path] });
  await terminal.until('space pause');
  terminal.press(...toTheEnd);
  await terminal.until(/RESULTS[^]* ended /);
  terminal.press('q');
  assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
  assertRestored(terminal);
  const cast = await filmed(path);
  assert.deepEqual(pictureOf(await replayed(cast)), pictureOf(terminal.emulator));
  assert.ok(dataOf(cast, 'm').includes('verdict'));
});

test('--record without a terminal plays all of it for the film, and prints the summary', async (t) => {
  const path = join(await temporaryFolder(t), 'replay.cast');
  const printed = await runWithout('replay', long);
  assert.equal(printed.code, 0);
  const line = ['replay', long, '--record', path, '--window-size', '100x30', '--speed'];
  assert.deepEqual(await runWithout(...line, '20'), printed);
  const cast = await filmed(path);
  assert.deepEqual(cast.window, { columns: 100, rows: 30 });
  const screens = await screensOf(cast);
  for (const words of [/· RUN ·[^]* replay \d/, /RESULTS[^]* ended /]) {
    assert.ok(
      screens.some((screen) => words.test(screen)),
      `${words.source} is on no screen`,
    );
  }

  assert.match(printedIn(await replayed(cast)), /^VERDICT/m);
  const refused = await runWithout(...line, '20');
  assert.deepEqual([refused.code, refused.stdout], [2, '']);
  assert.match(refused.stderr, /exists already; .* replace it with --overwrite\.\n$/);
  assert.deepEqual(await runWithout(...line, '1000', '--overwrite'), printed);
});

test('however fast it is played, a film begins with its beginning, and has each of its marks once', async (t) => {
  const path = join(await temporaryFolder(t), 'replay.cast');
  const { code } = await runWithout('replay', long, '--speed', '1000', '--record', path);
  assert.equal(code, 0);
  const marks = dataOf(await filmed(path), 'm');
  assert.deepEqual([marks[0], marks.at(-1)], ['local 1/5', 'verdict']);
  assert.equal(marks.length, 11);
  assert.equal(new Set(marks).size, 11);
});

test('--record is ended by Ctrl+C as a replay is, and plays to that moment', async (t) => {
  const [person, folder] = [await newPerson(t), await temporaryFolder(t)];
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

const pipes = process.platform === 'win32' ? 'no named pipes here' : false;

test('ctrl+c ends it also where its file never answers', { skip: pipes }, async (t) => {
  const [person, folder] = [await newPerson(t), await temporaryFolder(t)];
  const path = join(folder, 'run.json.gz');
  assert.equal(spawnSync('mkfifo', [path]).status, 0);
  using terminal = person.open({ args: ['replay', path] });
  // Opening a pipe for writing waits for its reader.
  const writer = await open(path, 'w');
  t.after(async () => writer.close());
  terminal.press('ctrl+c');
  // A shell reports 130.
  assert.equal((await terminal.exited).signal, constants.signals.SIGINT);
});
