import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readNotes, writeNote } from '../../../source/output/run-files/notes.ts';
import { pruneRuns, removeRuns } from '../../../source/output/run-files/remove.ts';
import { openHistory } from '../../../source/session/replay/history.ts';
import { saveRun } from '../../../source/output/run-files/save.ts';
import { randomRun, temporaryFolder } from '../../helpers/profiles/runs.ts';

type Runs = { readonly folder: string; readonly paths: readonly string[] };

async function runsIn(t: TestContext, count = 2): Promise<Runs> {
  const folder = await temporaryFolder(t);
  const paths: string[] = [];
  for (let index = 0; index < count; index++) {
    const startedAt = new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();
    const saved = await saveRun(folder, randomRun(index, startedAt));
    assert.ok(saved.status === 'saved');
    paths.push(saved.path);
  }

  return { folder, paths };
}

/** The notes in a folder, by the names of the runs. */
async function notesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const found = await readNotes(folder);
  assert.ok(found.status === 'read', JSON.stringify(found));
  return Object.fromEntries(found.notes);
}

test('a note is kept beside the runs, changed, and removed again', async (t) => {
  const { folder, paths } = await runsIn(t);
  const [path = '', other = ''] = paths;
  assert.deepEqual(await notesIn(folder), {});
  assert.equal(await writeNote(path, 'before the update'), undefined);
  assert.equal(await writeNote(other, 'ネコ 猫 кошка'), undefined);
  assert.equal(await writeNote(path, 'after it'), undefined);
  assert.deepEqual(await notesIn(folder), {
    [basename(other)]: 'ネコ 猫 кошка',
    [basename(path)]: 'after it',
  });
  assert.equal(await writeNote(path, ''), undefined);
  assert.deepEqual(await notesIn(folder), { [basename(other)]: 'ネコ 猫 кошка' });
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.includes('part')),
    [],
  );
});

test('the list has the notes on its runs', async (t) => {
  const { folder, paths } = await runsIn(t);
  const history = openHistory(folder);
  await history.annotate(paths[0]!, 'the first');
  const { runs, unread } = await history.list();
  assert.equal(unread, undefined);
  assert.deepEqual(
    runs.map(({ note }) => note),
    [undefined, 'the first'],
  );
});

test('a note goes with its run, whether that is deleted or has to make room', async (t) => {
  const { folder, paths } = await runsIn(t, 3);
  for (const path of paths) {
    await writeNote(path, `on ${basename(path)}`);
  }

  await removeRuns([paths[1]!]);
  const [oldest = '', , latest = ''] = paths.map((path) => basename(path));
  assert.deepEqual(Object.keys(await notesIn(folder)), [oldest, latest]);
  const others = Array.from({ length: 199 }, (_, index) => {
    const time = new Date(Date.UTC(2026, 5, 1, 0, 0, index)).toISOString();
    return `${time.replaceAll(/[:.]/g, '-')}-0000abcd.json.gz`;
  });
  await Promise.all(others.map(async (name) => writeFile(join(folder, name), '')));
  await pruneRuns(folder, latest);
  assert.deepEqual(Object.keys(await notesIn(folder)), [latest]);
});

test('notes that are written at the same time are all kept', async (t) => {
  const { folder, paths } = await runsIn(t, 6);
  const failures = await Promise.all(paths.map(async (path) => writeNote(path, basename(path))));
  assert.deepEqual(
    failures,
    Array.from(paths, () => undefined),
  );
  const names = paths.map((path) => basename(path));
  assert.deepEqual(new Set(Object.keys(await notesIn(folder))), new Set(names));
});

test('notes that a process left half-written when it was killed do not stay in the way', async (t) => {
  const { folder, paths } = await runsIn(t);
  const part = join(folder, '.notes.json.part');
  await writeFile(part, '{"for');
  await utimes(part, new Date(0), new Date(0));
  assert.equal(await writeNote(paths[0]!, 'new'), undefined);
  assert.deepEqual(Object.values(await notesIn(folder)), ['new']);
});

for (const [name, text, reason] of [
  ['is cut off', '{"format":"fibtui notes","version":1,"no', 'is damaged'],
  ['is something else', '{"format":"shopping","version":1,"notes":{}}', 'is damaged'],
  [
    'has a note that is no text',
    '{"format":"fibtui notes","version":1,"notes":{"a":1}}',
    'is damaged',
  ],
  [
    'is of a newer fibtui',
    '{"format":"fibtui notes","version":2,"notes":{}}',
    'was written by a newer fibtui',
  ],
  ['is far too long', `"${'x'.repeat(1e6)}"`, 'is too large'],
] as const) {
  test(`a file of notes that ${name} costs the notes a sentence, and is left as it is`, async (t) => {
    const { folder, paths } = await runsIn(t);
    const file = join(folder, 'notes.json');
    await writeFile(file, text);
    const message = `The notes file ${file} ${reason}, so it is left as it is.`;
    const { runs, unread } = await openHistory(folder).list();
    assert.equal(runs.length, 2);
    assert.equal(unread?.message, message);
    assert.equal((await writeNote(paths[0]!, 'new'))?.message, message);
    await removeRuns([paths[1]!]);
    assert.equal(await readFile(file, 'utf8'), text);
    assert.equal((await openHistory(folder).list()).runs.length, 1);
  });
}

test('a folder in the place of the notes is named', async (t) => {
  const { folder, paths } = await runsIn(t);
  await mkdir(join(folder, 'notes.json'));
  assert.match((await writeNote(paths[0]!, 'new'))?.message ?? '', /notes\.json is no file, so/);
});

test('what would move the cursor of a terminal does not come out of a note', async (t) => {
  const { folder, paths } = await runsIn(t);
  const name = basename(paths[0]!);
  const notes = { format: 'fibtui notes', version: 1, notes: { [name]: '\u001b[2Jhello' } };
  await writeFile(join(folder, 'notes.json'), JSON.stringify(notes));
  assert.deepEqual(await notesIn(folder), { [name]: ' [2Jhello' });
});

test('a run that another fibtui has deleted gets no note', async (t) => {
  const { folder, paths } = await runsIn(t);
  await removeRuns([paths[0]!]);
  const failure = await writeNote(paths[0]!, 'too late');
  assert.match(failure?.message ?? '', /no longer exists\.$/);
  assert.deepEqual(await notesIn(folder), {});
});
