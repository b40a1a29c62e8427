import assert from 'node:assert/strict';
import { copyFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { UsageError } from '../../../source/core/failure.ts';
import { writeNote } from '../../../source/output/run-files/notes.ts';
import { saveRun } from '../../../source/output/run-files/save.ts';
import { openSavedReport } from '../../../source/session/replay/saved-report.ts';
import { openSavedRun } from '../../../source/session/replay/open-saved-run.ts';
import { randomRun, temporaryFolder, type LiveRun } from '../../helpers/profiles/runs.ts';

type Saved = { readonly folder: string; readonly path: string; readonly run: LiveRun };

async function saved(t: TestContext): Promise<Saved> {
  const folder = await temporaryFolder(t);
  const run = randomRun(1);
  const found = await saveRun(folder, run);
  assert.ok(found.status === 'saved');
  return { folder, path: found.path, run };
}

/** The sentence with which an ID is refused. */
const refusalOf = async (id: string, folder?: string): Promise<string> =>
  openSavedRun(id, folder).then(
    () => assert.fail(`${id} is opened`),
    (error: unknown) => {
      assert.ok(error instanceof UsageError, String(error));
      return error.message;
    },
  );

test('a run is opened by its place, by the end of its name and by its path', async (t) => {
  const { folder, path } = await saved(t);
  for (const id of ['last', 'last~0', basename(path), basename(path).slice(-12), path]) {
    assert.equal((await openSavedRun(id, folder)).path, path, id);
  }
});

test('a path is opened wherever it leads, and a file of the current folder is one', async (t) => {
  const { path } = await saved(t);
  assert.equal((await openSavedRun(path, undefined)).path, path);
  assert.match(
    await refusalOf('package.json'),
    /^The run file package\.json is not a fibtui run file\./,
  );
  assert.match(
    await refusalOf('./gone'),
    /^The run file \.\/gone does not exist\. .*fibtui history/,
  );
});

test('a folder of the current one is no file, and no ID either', async (t) => {
  const { folder } = await saved(t);
  assert.match(
    await refusalOf('source', folder),
    /^No saved run or file is called "source": the newest/,
  );
});

test('without a folder of runs nothing is saved yet', async () => {
  assert.match(await refusalOf('last'), /^There is no saved run yet: /);
  assert.match(
    await refusalOf('1a2b'),
    /^No saved run or file is called "1a2b": there is no saved run yet: /,
  );
});

test('a file that cannot be opened is refused with its reason by the end of its name', async (t) => {
  const { folder, path } = await saved(t);
  await rename(path, join(folder, 'whole.json.gz'));
  await writeFile(join(folder, 'broken.json.gz'), 'hello');
  assert.match(
    await refusalOf('broken', folder),
    /^The run file .*broken\.json\.gz is not a fibtui run file\./,
  );
  assert.equal((await openSavedRun('last', folder)).path, join(folder, 'whole.json.gz'));
});

test('the report of a saved run is the one that it was saved with, and has its note', async (t) => {
  const { folder, path, run } = await saved(t);
  assert.deepEqual(await openSavedReport('last', folder), { report: run.report });
  await writeNote(path, 'before the update');
  const { note } = await openSavedReport('last', folder);
  assert.equal(note, 'before the update');
  await copyFile(path, join(folder, 'copy.json.gz'));
  assert.equal((await openSavedReport('copy', folder)).note, undefined);
});

test('notes that cannot be read are reported beside the run', async (t) => {
  const { folder, run } = await saved(t);
  await writeFile(join(folder, 'notes.json'), '{');
  const { report, note, unread } = await openSavedReport('last', folder);
  assert.deepEqual([report, note], [run.report, undefined]);
  assert.match(unread?.message ?? '', /^The notes file .*notes\.json .*left as it is\.$/);
});
