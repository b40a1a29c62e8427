import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { hasDirectory, hasOthers } from '../../../../source/engines/ray/head/other-users.ts';
import { requireToken } from '../../../../source/engines/ray/head/without-tokens.ts';
import { readable, rejection } from '../api/jobs-at.ts';

const passwd = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
sync:x:4:65534:sync:/bin:/bin/sync
nobody:x:65534:65534:nobody:/nonexistent:/bin/false
me:x:1000:1000::/home/me:/bin/bash
`;

suite('other users can log in', () => {
  test('where an account besides ours and root’s has a shell', () => {
    assert.equal(hasOthers(passwd, 1000), false);
    assert.equal(hasOthers(passwd, 1001), true);
    assert.equal(hasOthers(`${passwd}guest:x:1002:1002::/home/guest:\n`, 1000), true);
    assert.equal(hasOthers('', undefined), false);
    assert.equal(hasOthers('# a remark\n\n+::::::\n', 0), false);
  });

  test('where a directory names users', () => {
    assert.equal(hasDirectory('passwd:         files systemd\ngroup: files ldap\n'), false);
    assert.equal(hasDirectory('passwd: files sss\n'), true);
    assert.equal(hasDirectory(''), false);
  });
});

/** A Python that says that it has this Ray. */
async function pythonWith(t: TestContext, ray: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-test-'));
  t.after(async () => rm(folder, { recursive: true }));
  const python = join(folder, 'python');
  await writeFile(python, `#!/bin/sh\necho '["3.11.2", ${ray}]'\n`);
  await chmod(python, 0o755);
  return python;
}

suite('a head without a token', () => {
  const others = async () => true;

  test('is refused, before it is started, where other users can log in', async (t) => {
    for (const ray of ['2.10.0', '2.51.2']) {
      const python = await pythonWith(t, `"${ray}"`);
      const failure = await rejection(requireToken({ python, environment: {}, others }));
      readable(failure);
      assert.equal(failure.code, 'ray-without-tokens');
      assert.match(failure.message, new RegExp(`^Ray ${ray} has no tokens`));
    }
  });

  test('is started where nobody else can, and where it is asked for', async (t) => {
    const python = await pythonWith(t, '"2.10.0"');
    await requireToken({ python, environment: {}, others: async () => false });
    await requireToken({ python, environment: { RAY_AUTH_MODE: 'disabled' }, others });
  });

  test('is none of a Ray that has them, nor of a Python that does not answer', async (t) => {
    for (const ray of ['"2.52.0"', '"2.60.0"', '"3.0.0.dev0"', 'null', 'what']) {
      await requireToken({ python: await pythonWith(t, ray), environment: {}, others });
    }

    await requireToken({ python: '/nowhere/python', environment: {}, others });
  });
});
