import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { failureOf, type Failure } from '../../../source/core/failure.ts';
import { findPython } from '../../../source/engines/python/find-python.ts';
import { oldVersionIn, prelude, tooOld } from '../../../source/engines/python/prelude.ts';
import { engineOn, programOf, python, skip } from './python-at.ts';

async function failure(work: Promise<unknown>): Promise<Failure> {
  return work.then(() => assert.fail('it did not fail'), failureOf);
}

suite('a Python that does not work is a failure in a sentence:', () => {
  test('there is none', async () => {
    const sources = { environment: { PATH: '/nowhere' }, own: '/nowhere/python' };
    assert.deepEqual(await failure(findPython(sources)), {
      code: 'python-nowhere',
      message: 'There is no Python on this machine: neither python3 nor python is on the PATH.',
      hint: 'Install Python 3.8 or newer, or name one with --ray-python.',
    });
  });

  test('the one that is named is missing', async (t) => {
    const { message } = await failure(engineOn(t, '/nowhere/python3').open());
    assert.equal(
      message,
      '/nowhere/python3 (from --ray-python) could not be started: there is no such program.',
    );
  });

  test('it is not executable', async (t) => {
    const path = await programOf(t, '#!/bin/sh\n', 0o644);
    const { message } = await failure(engineOn(t, path).open());
    assert.equal(
      message,
      `${path} (from --ray-python) could not be started: it is not executable.`,
    );
  });

  test('it is too old', async (t) => {
    const path = await programOf(t, `#!/bin/sh\necho fibtui-python 3.6.9\nexit ${tooOld}\n`);
    const { message, hint } = await failure(engineOn(t, path).open());
    assert.equal(message, `${path} (from --ray-python) is Python 3.6.9, which is too old.`);
    assert.equal(hint, 'Name Python 3.8 or newer with --ray-python.');
  });

  test('it exits at once', async (t) => {
    const path = await programOf(t, '#!/bin/sh\necho no such option >&2\nexit 2\n');
    const { message, log } = await failure(engineOn(t, path).open());
    assert.equal(
      message,
      `${path} (from --ray-python) does not run Python code: it ended with exit code 2 without a sign of fibtui's driver.`,
    );
    assert.deepEqual(log, ['no such option']);
  });

  test('it prints rubbish, and exits in a pass', async (t) => {
    const here = '{"v":1,"seq":1,"ts":0,"ev":"here","python":"3.9.0"}';
    const speaks = `#!/bin/sh\necho rubbish\necho "@fibtui:$4 "'${here}'\nread order\necho nonsense\n`;
    const path = await programOf(t, speaks);
    const { message, log } = await failure(engineOn(t, path).open());
    assert.equal(message, 'The Python process ended with exit code 0.');
    assert.deepEqual(log, ['nonsense']);
  });

  test('a start that is cancelled ends, whatever the program does', async (t) => {
    const path = await programOf(t, '#!/bin/sh\nexec sleep 600\n');
    const { open, aborting } = engineOn(t, path);
    const opening = failure(open());
    setImmediate(() => aborting.abort());
    await opening;
  });
});

test('what is read first works in every Python, and says which one is too old', { skip }, () => {
  const newer = prelude.replace('(3, 8)', '(9, 9)');
  const { stdout, status } = spawnSync(python!, ['-c', newer, 'mark', 'driver'], {
    encoding: 'utf8',
  });
  assert.equal(status, tooOld);
  assert.match(oldVersionIn(stdout.split('\n')) ?? '', /^3\.\d+\.\d+$/);
});

suite('the Python is', () => {
  test('the one that is named, even if it is missing, but for a cluster elsewhere', async (t) => {
    const path = await programOf(t, '#!/bin/sh\n');
    const PATH = join(path, '..');
    const named = { environment: { PATH }, python: '/on/the/head/python', own: '/nowhere' };
    assert.deepEqual(await findPython(named), { path: '/on/the/head/python', named: true });
    assert.deepEqual(await findPython({ ...named, elsewhere: true }), { path, named: false });
    assert.deepEqual(await findPython({ ...named, python: 'python9', elsewhere: true }), {
      path: 'python9',
      named: true,
    });
  });

  test('else the one of the project, else python3 on the PATH', async (t) => {
    const path = await programOf(t, '#!/bin/sh\n');
    const own = await programOf(t, '#!/bin/sh\n');
    const environment = { PATH: join(path, '..') };
    assert.deepEqual(await findPython({ environment, own }), { path: own, named: false });
    assert.deepEqual(await findPython({ environment, own: '/nowhere' }), { path, named: false });
  });
});
