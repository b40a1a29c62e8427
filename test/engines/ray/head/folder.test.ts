import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import {
  longestTemporary,
  makeFolder,
  removeFolder,
} from '../../../../source/engines/ray/head/folder.ts';
import { rejection } from '../api/jobs-at.ts';

/** A temporary folder for the test, with a path short enough for Ray. */
async function temporary(t: TestContext): Promise<string> {
  const folder = await mkdtemp('/tmp/ft-');
  t.after(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o7777;

suite('the folder of a head', { skip: process.platform === 'win32' && 'needs modes' }, () => {
  test('is closed to others, and Ray is given another one inside it', async (t) => {
    const parent = await temporary(t);
    const folder = await makeFolder([parent]);
    assert.equal(dirname(folder.path), parent);
    assert.equal(await modeOf(folder.path), 0o700);
    const inside = [folder.ray, folder.home, folder.temporary];
    assert.deepEqual(new Set(inside.map(dirname)), new Set([folder.path]));
    assert.equal(
      await readFile(join(folder.home, 'ray_bootstrap_config.yaml'), 'utf8'),
      'provider: {type: local}\n',
    );

    assert.equal(await removeFolder(folder), undefined);
    assert.deepEqual(await readdir(parent), []);
  });

  test('lies elsewhere where the path is too long for Ray’s sockets', async (t) => {
    const parent = await temporary(t);
    const long = join(parent, 'x'.repeat(longestTemporary));
    await mkdir(long);
    const folder = await makeFolder([long, parent]);
    assert.equal(dirname(folder.path), parent);
    const socket = `${folder.ray}/session_2026-01-31_23-59-59_123456_1234567/sockets/dash_MetricsHead`;
    assert.ok(socket.length <= 107, socket);
  });

  test('lies elsewhere where others could put a folder of theirs in its place', async (t) => {
    const parent = await temporary(t);
    const open = join(parent, 'o');
    await mkdir(open);
    await chmod(open, 0o777);
    assert.equal(dirname((await makeFolder([open, parent])).path), parent);
    // Sticky, like /tmp: users can only move their own files.
    await chmod(open, 0o1777);
    assert.equal(dirname((await makeFolder([open, parent])).path), open);
    // An open folder further up is no safer.
    await chmod(open, 0o777);
    const closed = join(open, 'c');
    await mkdir(closed, { mode: 0o700 });
    assert.equal(dirname((await makeFolder([closed, parent])).path), parent);
  });

  test('is refused in one sentence where none will do', async (t) => {
    const parent = await temporary(t);
    const missing = join(parent, 'm');
    assert.deepEqual(await rejection(makeFolder([missing, missing])), {
      code: 'ray-folder',
      message: `Ray cannot put its sockets in ${missing}: too long a path, not writable, or open to other users.`,
      hint: `Set TMPDIR to a folder of yours with a path of at most ${longestTemporary} characters.`,
    });
  });
});
