import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { findPython } from '../../../../source/engines/ray/head/python.ts';
import { rejection } from '../api/jobs-at.ts';

/** A folder that contains these programs. */
async function folderWith(t: TestContext, files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-test-'));
  t.after(async () => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text.replaceAll('FOLDER', folder));
    await chmod(path, 0o755);
  }

  return folder;
}

const foundPython = async (path: readonly string[], own = '/nowhere/python') =>
  findPython({ environment: { PATH: path.join(delimiter) }, own });

const main = 'import sys\nfrom ray.scripts.scripts import main\nsys.exit(main())\n';

suite('the Python that has Ray is', () => {
  test('the one that was named, whatever else there is', async (t) => {
    const folder = await folderWith(t, { ray: '#!FOLDER/python3\n', python3: '' });
    const environment = { PATH: folder };
    const python = await findPython({
      environment,
      python: '/opt/mine',
      own: join(folder, 'python3'),
    });
    assert.equal(python, '/opt/mine');
  });

  test('the one at a path from here, from everywhere', async () => {
    const python = 'my env/bin/python';
    assert.equal(await findPython({ environment: {}, python }), join(process.cwd(), python));
    assert.equal(await findPython({ environment: {}, python: 'python3' }), 'python3');
  });

  test('else that of the command `ray`, wherever that one is', async (t) => {
    const folder = await folderWith(t, {
      'bin/ray': `#!FOLDER/opt/venv/bin/python3.11\n${main}`,
      'bin/python': '',
      'opt/venv/bin/python3.11': '',
    });
    const python = await foundPython([join(folder, 'bin')], join(folder, 'bin', 'python'));
    assert.equal(python, join(folder, 'opt/venv/bin/python3.11'));
  });

  test('of the first such command on the PATH', async (t) => {
    const folder = await folderWith(t, {
      'one/ray': '#!FOLDER/one/python\n',
      'one/python': '',
      'other/ray': '#!FOLDER/other/python\n',
      'other/python': '',
    });
    const path = ['empty', 'other', 'one'].map((name) => join(folder, name));
    assert.equal(await foundPython(['', ...path]), join(folder, 'other', 'python'));
  });

  test('else the one that this project has installed', async (t) => {
    const folder = await folderWith(t, { 'venv/bin/python': '' });
    const own = join(folder, 'venv/bin/python');
    assert.equal(await foundPython([folder], own), own);
  });

  test('else none, which is a failure that says what to do', async () => {
    for (const environment of [{}, { PATH: '' }, { PATH: '/nowhere' }]) {
      const { code, hint } = await rejection(findPython({ environment, own: '/nowhere/python' }));
      assert.equal(code, 'ray-nowhere');
      assert.match(hint, /pip install "ray\[default\]"|--ray-python/);
    }
  });
});

/** The first lines of a command as written by pip and others, and the Python that they name. */
const scripts: Readonly<Record<string, readonly [head: string, python: string]>> = {
  'a path': ['#!FOLDER/venv/bin/python3\n', 'venv/bin/python3'],
  'a path with blanks around it': ['#! FOLDER/venv/bin/python3 \r\n', 'venv/bin/python3'],
  'a path with options': ['#!FOLDER/python3.9/bin/python3.9 -sP\n', 'python3.9/bin/python3.9'],
  'a path that is too long for a first line': [
    `#!/bin/sh\n'''exec' FOLDER/venv/bin/python3 "$0" "$@"\n' '''\n`,
    'venv/bin/python3',
  ],
  'a path with a blank': [
    `#!/bin/sh\n'''exec' "FOLDER/my venv/bin/python3" "$0" "$@"\n' '''\n`,
    'my venv/bin/python3',
  ],
  'a path in single quotes': [
    `#!/bin/sh\n'''exec' 'FOLDER/my venv/bin/python3' "$0" "$@"\n' '''\n`,
    'my venv/bin/python3',
  ],
};

for (const [what, [head, python]] of Object.entries(scripts)) {
  test(`the command \`ray\` names its Python by ${what}`, async (t) => {
    const folder = await folderWith(t, { 'bin/ray': `${head}${main}`, [python]: '' });
    assert.equal(await foundPython([join(folder, 'bin')]), join(folder, python));
  });
}

for (const [what, head] of [
  ['goes by the PATH', '#!/usr/bin/env python3\n'],
  ['means one that is gone', '#!/nowhere/bin/python3\n'],
  ['is no script', '\u007FELF'],
] as const) {
  test(`of a command \`ray\` that ${what} the Python is the one beside it`, async (t) => {
    const folder = await folderWith(t, { 'bin/ray': head, 'bin/python': '' });
    assert.equal(await foundPython([join(folder, 'bin')]), join(folder, 'bin', 'python'));
  });
}

test('a file `ray` that cannot be run is no command', async (t) => {
  const folder = await folderWith(t, {
    'bin/ray': '#!FOLDER/bin/python\n',
    'bin/python': '',
    own: '',
  });
  await chmod(join(folder, 'bin', 'ray'), 0o644);
  assert.equal(await foundPython([join(folder, 'bin')], join(folder, 'own')), join(folder, 'own'));
});
