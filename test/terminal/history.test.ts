import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { newPerson, runOnce, withoutKeys } from '../helpers/saved-runs.ts';
import {
  assertRestored,
  drawnAt,
  endless,
  laterRound,
  quick,
} from '../helpers/terminal-screens.ts';

test('h on the results lists the run, enter opens it, esc and h lead back', async (t) => {
  const person = await newPerson(t);
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('enter');
  const live = await terminal.until('VERDICT');
  terminal.press('h');
  const list = await terminal.until('1 of 1 run');
  assert.match(list, /> \d{4}-\d\d-\d\d \d\d:\d\d {2}n 2,000 {2}N 4 {2}P \d+ +too few/);
  assert.match(list, /Plan +n 2,000 +N 4 +P \d+ +list +2 repeats +local, pool/);
  terminal.press('enter');
  const opened = await terminal.until(/RESULTS[^]* ended \d/);
  assert.equal(withoutKeys(opened), withoutKeys(live));
  terminal.press('0');
  await terminal.until(/· RUN ·[^]* replay \d/);
  terminal.press('escape');
  await terminal.until('1 of 1 run');
  terminal.press('h');
  assert.equal(withoutKeys(await terminal.until('VERDICT')), withoutKeys(live));
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});

test('x asks before it deletes, and a list without runs says so', async (t) => {
  const person = await newPerson(t);
  await runOnce(person);
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('h');
  await terminal.until('1 of 1 run');
  terminal.press('x');
  await terminal.until('x again deletes it for good');
  terminal.press('n');
  await terminal.until('x delete');
  terminal.press('x', 'x');
  await terminal.until('No run is saved yet');
  assert.deepEqual(await readdir(join(person.env['XDG_STATE_HOME']!, 'fibtui', 'runs')), []);
  terminal.press('h');
  await terminal.until('SETUP');
});

test('a damaged file is named with its reason among the others, and can be deleted', async (t) => {
  const person = await newPerson(t);
  await runOnce(person);
  const folder = join(person.env['XDG_STATE_HOME']!, 'fibtui', 'runs');
  await writeFile(join(folder, 'broken.json.gz'), 'no run at all');
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('h');
  await terminal.until('1 of 1 run, and 1 file that cannot be opened');
  terminal.press('down');
  assert.match(await terminal.until(/> broken\.json\.gz is damaged/), /File +\//);
  terminal.press('enter', 'x', 'x');
  await terminal.until((screen) => screen.includes('1 of 1 run') && !screen.includes('broken'));
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
  await terminal.until(/1 of 1 run[^]*interrupted: /);
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assertRestored(terminal);
});

test('with --no-history nothing is saved, and ctrl+c in the middle of a run saves what there is', async (t) => {
  const person = await newPerson(t);
  await runOnce(person, { args: [...quick, '--no-history'] });
  const folder = join(person.env['XDG_STATE_HOME']!, 'fibtui', 'runs');
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
  await runOnce(person);
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

test('a run that cannot be saved is said in one line once the screen is left, and changes no code', async (t) => {
  const person = await newPerson(t);
  await writeFile(join(person.env['XDG_STATE_HOME']!, 'fibtui'), 'in the way');
  using terminal = person.open({ args: quick });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until('VERDICT');
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
  const text = terminal.text().replaceAll('\n', '');
  assert.match(text, /fibtui: The run could not be saved in .* a file is in its way\./);
});
