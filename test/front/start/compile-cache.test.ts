import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { cacheFolder, makePrivate } from '../../../source/front/start/compile-cache.ts';
import { temporaryFolder } from '../../helpers/profiles/runs.ts';

suite('the cache of compiled code lies', () => {
  const folder = (
    platform: string,
    environment: Readonly<Record<string, string>> = {},
    home = '/home/ada',
  ) => cacheFolder({ platform, environment, home: () => home });

  test("in the user's own cache folder", () => {
    assert.equal(folder('linux'), '/home/ada/.cache/fibtui');
    assert.equal(folder('darwin'), '/home/ada/Library/Caches/fibtui');
    const LOCALAPPDATA = String.raw`C:\Users\ada\AppData\Local`;
    assert.equal(
      folder('win32', { LOCALAPPDATA }),
      String.raw`C:\Users\ada\AppData\Local\fibtui\Cache`,
    );
  });

  test('where XDG_CACHE_HOME says, unless that is a relative path', () => {
    assert.equal(folder('linux', { XDG_CACHE_HOME: '/scratch' }), '/scratch/fibtui');
    assert.equal(folder('linux', { XDG_CACHE_HOME: 'scratch' }), '/home/ada/.cache/fibtui');
  });

  test('nowhere without a home', () => {
    assert.equal(folder('linux', {}, ''), undefined);
    assert.equal(folder('win32'), undefined);
  });
});

const skip = process.platform === 'win32';
const ours = (folder: string) => makePrivate(folder, process.getuid?.());
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

suite('the folder of the cache', { skip }, () => {
  test('is made for this user alone, and found again', async (t) => {
    const folder = join(await temporaryFolder(t), '.cache', 'fibtui');
    assert.ok(ours(folder));
    assert.deepEqual([await modeOf(join(folder, '..')), await modeOf(folder)], [0o700, 0o700]);
    assert.ok(ours(folder));
  });

  test('is not made where there is no home', async (t) => {
    const home = join(await temporaryFolder(t), 'gone');
    assert.throws(() => ours(join(home, '.cache', 'fibtui')), { code: 'ENOENT' });
    await assert.rejects(stat(home));
  });

  for (const mode of [0o720, 0o702]) {
    test(`is refused if others can write to it or above it: ${mode.toString(8)}`, async (t) => {
      const above = await temporaryFolder(t);
      const folder = join(above, 'fibtui');
      await mkdir(folder);
      await chmod(folder, mode);
      assert.equal(ours(folder), false);
      await chmod(folder, 0o700);
      await chmod(above, mode);
      assert.equal(ours(folder), false);
    });
  }

  test(
    'is refused if it belongs to another user',
    { skip: process.getuid?.() !== 0 },
    async (t) => {
      const folder = join(await temporaryFolder(t), 'fibtui');
      await mkdir(folder, { mode: 0o700 });
      assert.equal(spawnSync('chown', ['nobody', folder]).status, 0);
      assert.equal(ours(folder), false);
    },
  );

  test('is no file', async (t) => {
    const above = await temporaryFolder(t);
    await writeFile(join(above, '.cache'), 'mine');
    assert.throws(() => ours(join(above, '.cache', 'fibtui')), { code: 'ENOTDIR' });
  });
});
