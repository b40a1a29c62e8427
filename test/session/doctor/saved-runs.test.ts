import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { savedRunsIn } from '../../../source/session/doctor/saved-runs.ts';

async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-doctor-'));
  t.after(async () => rm(folder, { recursive: true }));
  return folder;
}

test('a folder that a save would make is none yet, and is not made', async (t) => {
  const home = await emptyFolder(t);
  const folder = join(home, 'state', 'fibtui', 'runs');
  assert.deepEqual(await savedRunsIn(folder), { folder, saved: 0, unread: 0 });
  assert.deepEqual(await readdir(home), []);
});

test('files that are no runs are counted as such', async (t) => {
  const folder = await emptyFolder(t);
  await writeFile(join(folder, 'a.json.gz'), 'no run');
  assert.deepEqual(await savedRunsIn(folder), { folder, saved: 0, unread: 1 });
});

test('a file in the way is a problem', async (t) => {
  const home = await emptyFolder(t);
  await writeFile(join(home, 'fibtui'), '', { mode: 0o755 });
  const { problem } = await savedRunsIn(join(home, 'fibtui', 'runs'));
  assert.equal(problem?.why, 'a file is in its way');
});

test('a file in place of the folder is named as one, and counted as none', async (t) => {
  const folder = join(await emptyFolder(t), 'runs');
  await writeFile(folder, '', { mode: 0o644 });
  const { problem, ...counts } = await savedRunsIn(folder);
  assert.equal(problem?.why, 'a file is in its way');
  assert.deepEqual(counts, { folder });
});

test(
  'a folder that its user may not read holds no damaged file',
  { skip: process.getuid?.() === 0 },
  async (t) => {
    const folder = join(await emptyFolder(t), 'runs');
    await mkdir(folder, { mode: 0o300 });
    assert.deepEqual(await savedRunsIn(folder), { folder });
  },
);

test(
  'a folder that its user may not write is a problem',
  { skip: process.getuid?.() === 0 },
  async (t) => {
    const home = await emptyFolder(t);
    const folder = join(home, 'runs');
    await mkdir(folder, { mode: 0o500 });
    assert.equal((await savedRunsIn(folder)).problem?.why, 'it may not be written');
  },
);

test('without a home there is none', async () => {
  assert.deepEqual(await savedRunsIn(undefined), {
    problem: { why: 'there is no home folder', remedy: 'Set HOME or XDG_STATE_HOME.' },
  });
});

test('a file system that does not answer is not waited for', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const found = savedRunsIn('/dead/runs', async () => new Promise(() => {}));
  context.mock.timers.tick(2000);
  assert.deepEqual(await found, {
    folder: '/dead/runs',
    problem: {
      why: 'it does not answer',
      remedy: 'Check its file system, or set XDG_STATE_HOME to a folder on another one.',
    },
  });
});
