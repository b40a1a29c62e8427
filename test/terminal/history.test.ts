import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  newPerson,
  runOnce,
  saveMadeUpRun,
  contentOf,
  withoutKeys,
  type Person,
} from '../helpers/terminal/saved-runs.ts';
import { printedBy } from '../helpers/terminal/terminal-free.ts';
import {
  assertRestored,
  drawnAt,
  endless,
  laterRound,
  quick,
} from '../helpers/terminal/terminal-screens.ts';
import { environment, openTerminal, program } from '../helpers/terminal/terminal.ts';

const folderOf = ({ env }: Person): string => join(env['XDG_STATE_HOME']!, 'fibtui', 'runs');

test('h on the results lists the run, enter opens it, esc and h lead back', async (t) => {
  const person = await newPerson(t);
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('enter');
  const live = await terminal.until('RESULTS');
  terminal.press('h');
  const list = await terminal.until('1 of 1 run');
  assert.match(list, /> +\d+ \w+ \d\d:\d\d . list +2,000 +4 +\d+ +\S+ ms +\S+ ms +\([\d.]+ ×\)/);
  assert.match(list, /Plan +list, 2,000 terms +4 tasks +\d+ workers? +2 rounds/);
  terminal.press('enter');
  const opened = await terminal.until(/RESULTS[^]* ended \d/);
  assert.match(opened, /╭─ fibtui · list, \d+ \w+ (\d{4}, )?\d\d:\d\d/);
  assert.equal(contentOf(opened), contentOf(live));
  terminal.press('escape');
  await terminal.until('1 of 1 run');
  terminal.press('h');
  assert.equal(withoutKeys(await terminal.until('RESULTS')), withoutKeys(live));
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});

test('a run that was opened is played from its beginning by 0, and esc leads back to the list', async (t) => {
  const person = await newPerson(t);
  await mkdir(folderOf(person), { recursive: true });
  // Half a minute long, so that a test sees its beginning.
  const shipped = new URL('../../media/runs/first.json.gz', import.meta.url);
  await copyFile(shipped, join(folderOf(person), 'shipped.json.gz'));
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('h');
  await terminal.until('1 of 1 run');
  terminal.press('enter');
  await terminal.until(/RESULTS[^]* ended \d/);
  terminal.press('0');
  await terminal.until(/· RUN ·[^]* replay \d/);
  terminal.press('escape');
  await terminal.until('1 of 1 run');
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});

test('backspace asks before it deletes, and a list without runs says so', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('h');
  await terminal.until('1 of 1 run');
  terminal.press('backspace');
  await terminal.until(/backspace again deletes the run of \d+ \w+ \d{4}/);
  terminal.press('n');
  await terminal.until('⌫ delete');
  terminal.press('backspace', 'backspace');
  await terminal.until('No run is saved yet');
  assert.deepEqual(await readdir(folderOf(person)), []);
  terminal.press('h');
  await terminal.until('SETUP');
});

test('a note is kept for the next session, and a filter finds it', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  await runOnce(person);
  {
    using terminal = person.open({ args: quick });
    await terminal.until('SETUP');
    terminal.press('h');
    await terminal.until('1 of 2 runs');
    terminal.press('down', 't');
    await terminal.until(/Note +_/);
    terminal.press('why? 猫');
    await terminal.until(/Note +why\? 猫_/);
    terminal.press('enter');
    await terminal.until(/Note +why\? 猫 *│/);
    terminal.press('q');
    assert.equal((await terminal.exited).code, 0);
  }

  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('h');
  await terminal.until('1 of 2 runs');
  terminal.press('/', '猫');
  await terminal.until(/Show only runs with +猫_/);
  terminal.press('enter');
  await terminal.until('1 of 1 run with "猫"');
  terminal.press('backspace', 'backspace');
  await terminal.until('0 runs with "猫"');
  terminal.press('escape');
  await terminal.until('1 of 1 run ');
  const notes = JSON.parse(await readFile(join(folderOf(person), 'notes.json'), 'utf8')) as {
    readonly notes: object;
  };
  assert.deepEqual(notes.notes, {});
});

test('a run that another fibtui deleted meanwhile says so, and leaves the list', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('h');
  await terminal.until('1 of 1 run');
  const [name = ''] = await readdir(folderOf(person));
  await rm(join(folderOf(person), name));
  terminal.press('enter');
  await terminal.until(
    (screen) => screen.includes('does not exist') && screen.includes('No run is saved yet'),
  );
});

test('a damaged file is named with its reason among the others, and can be deleted', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  const folder = folderOf(person);
  await writeFile(join(folder, 'broken.json.gz'), 'no run at all');
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('h');
  await terminal.until('1 of 1 run, and 1 file that cannot be opened');
  terminal.press('down');
  assert.match(await terminal.until(/> +broken\.json\.gz is damaged/), /File +\//);
  terminal.press('enter', 'backspace', 'backspace');
  await terminal.until((screen) => screen.includes('1 of 1 run') && !screen.includes('broken'));
});

test('a file that is cut off and one of a newer fibtui are named with what is the matter, and stay', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  const folder = folderOf(person);
  const [name = ''] = await readdir(folder);
  const run = await readFile(join(folder, name));
  const newer = gunzipSync(run)
    .toString()
    .replace(/"version":\d+,"fibtui":"[^"]*"/, '"version":99,"fibtui":"9.8.7"');
  await writeFile(join(folder, 'cut.json.gz'), run.subarray(0, run.length / 2));
  await writeFile(join(folder, 'newer.json.gz'), gzipSync(newer));
  using terminal = person.open({ args: quick, columns: 100 });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until('RESULTS');
  terminal.press('h');
  const list = await terminal.until('1 of 2 runs, and 2 files that cannot be opened');
  assert.match(
    list,
    /newer\.json\.gz was written by fibtui 9\.8\.7: a newer one is needed to open it/,
  );
  assert.match(list, /cut\.json\.gz is cut off/);
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
  assert.equal((await readdir(folder)).length, 4);
  assert.doesNotMatch(terminal.printed(), /fibtui: /);
});

test('programs that save at once lose nothing, and all of it is in the list', async (t) => {
  const person = await newPerson(t);
  const save = async () =>
    printedBy([process.execPath, program, ...quick, '--save'], { env: environment(person.env) });
  const printed = await Promise.all([save(), save(), save()]);
  assert.deepEqual(
    printed.map(({ code, stderr }) => [code, stderr]),
    Array.from({ length: 3 }, () => [0, '']),
  );
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('h');
  await terminal.until('1 of 3 runs ');
});

test('a run that was cancelled is in the list, as interrupted', async (t) => {
  const person = await newPerson(t);
  using terminal = person.open({ args: endless });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(laterRound);
  terminal.press('escape', 'escape');
  await terminal.until('RESULTS');
  terminal.press('h');
  await terminal.until(/1 of 1 run[^]*stopped early: /);
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assertRestored(terminal);
});

test('with --no-history nothing is saved, and ctrl+c in the middle of a run saves what there is', async (t) => {
  const person = await newPerson(t);
  await runOnce(person, { args: [...quick, '--no-history'] });
  const folder = folderOf(person);
  await assert.rejects(readdir(folder), { code: 'ENOENT' });
  using terminal = person.open({ args: endless });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(laterRound);
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assert.equal((await readdir(folder)).length, 1);
});

test('the list fills a window that is resized', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('h');
  await terminal.until('1 of 1 run');
  for (const [columns, rows] of [
    [60, 16],
    [132, 43],
  ] as const) {
    terminal.resize(columns, rows);
    await terminal.until(drawnAt(columns, rows));
  }
});

const mounts = spawnSync('unshare', ['-rm', 'true']).status === 0;
const skip = mounts ? false : 'no file system may be mounted here';

for (const [name, options, before, cause] of [
  [
    'a disk that is full',
    'size=64k',
    'cat /dev/zero >"$XDG_STATE_HOME/full" 2>&-; true',
    'the disk is full. Free some space there, or set XDG_STATE_HOME to a folder on another disk.',
  ],
  [
    'a folder that is read-only',
    'rw',
    'mount -o remount,bind,ro "$XDG_STATE_HOME"',
    'that file system is read-only. Make that folder writable, or set XDG_STATE_HOME to another one.',
  ],
] as const) {
  test(
    `${name} costs the run that cannot be saved, no other: the list says so, and one line in the end`,
    {
      skip,
    },
    async (t) => {
      const person = await newPerson(t);
      const mount = `mount -t tmpfs -o ${options} none "$XDG_STATE_HOME"`;
      const inside = `${mount} && "$0" "$@" --save >/dev/null </dev/null && (${before}) && exec "$0" "$@"`;
      using terminal = person.open({
        command: ['unshare', '-rm', 'sh', '-c', inside, process.execPath, program],
        args: quick,
        columns: 250,
      });
      await terminal.until('SETUP');
      terminal.press('enter');
      await terminal.until('RESULTS');
      terminal.press('h');
      const sentence = `The run could not be saved in ${folderOf(person)}: ${cause}`;
      await terminal.until(
        (screen) => screen.includes(`1 of 1 run `) && screen.includes(`! ${sentence}`),
      );
      terminal.press('enter');
      await terminal.until(/RESULTS[^]* ended \d/);
      terminal.press('q');
      assert.equal((await terminal.exited).code, 0);
      assertRestored(terminal);
      assert.deepEqual(terminal.printed().match(/^fibtui: .*$/gm), [`fibtui: ${sentence}`]);
    },
  );
}

test(
  'a folder in which none can be made keeps nobody waiting',
  {
    skip: existsSync('/proc/self') ? false : 'no /proc here',
  },
  async () => {
    using terminal = openTerminal({
      args: quick,
      columns: 200,
      env: { XDG_STATE_HOME: '/proc/1' },
    });
    await terminal.until('SETUP');
    terminal.press('enter');
    await terminal.until('RESULTS');
    terminal.press('h');
    assert.match(await terminal.until('no folder can be made there'), /No run is saved\./);
    terminal.press('q');
    assert.equal((await terminal.exited).code, 0);
    assert.match(
      terminal.printed(),
      /^fibtui: The run could not be saved in \/proc\/1\/fibtui\/runs: /m,
    );
  },
);

test('a run that cannot be saved is said in one line once the screen is left, and changes no code', async (t) => {
  const person = await newPerson(t);
  await writeFile(join(person.env['XDG_STATE_HOME']!, 'fibtui'), 'in the way');
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until('RESULTS');
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
  assert.match(
    terminal.printed(),
    /^fibtui: The run could not be saved in .* a file is in its way\./m,
  );
});
