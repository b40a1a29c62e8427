import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { pythonHere } from '../../../source/session/doctor/python-here.ts';

/** A stand-in for Python: a script of the shell. */
async function pythonThat(t: TestContext, script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-python-'));
  t.after(async () => rm(folder, { recursive: true }));
  const path = join(folder, 'python');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

const environment = { PATH: '/nowhere' };

suite('the Python on this machine', { skip: process.platform === 'win32' }, () => {
  test('says its version and that of its Ray', async (t) => {
    const python = await pythonThat(t, `echo a warning; echo '["3.12.1", "2.60.0"]'`);
    assert.deepEqual(await pythonHere({ environment, python }), {
      found: 'known',
      path: python,
      version: '3.12.1',
      ray: '2.60.0',
    });
  });

  test('may have no Ray', async (t) => {
    const python = await pythonThat(t, `echo '["3.9.2", null]'`);
    const found = await pythonHere({ environment, python });
    assert.deepEqual(found, { found: 'known', path: python, version: '3.9.2' });
  });

  test('may be none at all', async (t) => {
    const silent = await pythonThat(t, 'exit 1');
    for (const path of [silent, '/nowhere/python']) {
      assert.deepEqual(await pythonHere({ environment, python: path }), { found: 'silent', path });
    }
  });

  test('is missing where the run would not find it either', async () => {
    const found = await pythonHere({ environment, own: '/nowhere/python' });
    assert.equal(found.found === 'none' && found.failure.code, 'ray-nowhere');
  });

  test('that is real answers the question', async (t) => {
    const python = await pythonThat(t, 'exec python3 "$@"');
    const { PATH = '' } = process.env;
    const found = await pythonHere({ environment: { PATH }, python });
    if (found.found === 'silent') {
      t.skip('no python3 here');
      return;
    }

    assert.match(found.found === 'known' ? found.version : '', /^3\.\d+/);
  });
});
