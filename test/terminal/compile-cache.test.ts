import assert from 'node:assert/strict';
import { chmod, readdir } from 'node:fs/promises';
import module from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../helpers/profiles/runs.ts';
import { printedBy } from '../helpers/terminal/terminal-free.ts';
import { environment, program } from '../helpers/terminal/terminal.ts';

const skip = process.platform === 'win32' || !('enableCompileCache' in module);

/** Starts the program with its cache below this folder, and ends it. */
async function start(folder: string): Promise<void> {
  const env = environment({ XDG_CACHE_HOME: folder });
  const { code, stderr } = await printedBy([process.execPath, program, 'history'], { env });
  assert.deepEqual([code, stderr], [0, '']);
}

test("a start leaves its compiled code in the user's cache folder", { skip }, async (t) => {
  const folder = await temporaryFolder(t);
  await start(folder);
  const [version = ''] = await readdir(join(folder, 'fibtui'));
  assert.notEqual((await readdir(join(folder, 'fibtui', version))).length, 0);
});

test('a start leaves nothing, and says nothing, in a folder of all users', { skip }, async (t) => {
  const folder = await temporaryFolder(t);
  await chmod(folder, 0o777);
  await start(folder);
  assert.deepEqual(await readdir(folder), []);
});
