import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import {
  inlineEntrypoint,
  packagedEntrypoint,
} from '../../../../source/engines/ray/driver/entrypoint.ts';
import { thrownFailure } from '../api/jobs-at.ts';

const request = { nonce: 'n0nce', options: { workload: 'list', size: 1000, deadline: 12.5 } };
const given = '-u fibtui_driver.py --nonce n0nce --workload list --size 1000 --deadline 12.5';

/** A folder with the few commands that the entrypoint uses, and Pythons with and without Ray. */
function folderWith(context: TestContext, pythons: Readonly<Record<string, boolean>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fibtui-entrypoint-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const command of ['sed', 'head', 'dirname']) {
    const { stdout } = spawnSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' });
    symlinkSync(stdout.trim(), path.join(folder, command));
  }

  for (const [name, hasRay] of Object.entries(pythons)) {
    const file = path.join(folder, name);
    const probe = hasRay ? 'exit 0' : 'exit 1';
    writeFileSync(file, `#!/bin/sh\n[ "$1" = -c ] && ${probe}\necho "${name}: $*"\n`);
    chmodSync(file, 0o755);
  }

  return folder;
}

function run(entrypoint: string, folder: string) {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', entrypoint], {
    encoding: 'utf8',
    env: { PATH: folder },
  });
  return { status, stdout: stdout.trim(), stderr };
}

const unix = { skip: process.platform === 'win32' && 'needs a POSIX shell' };

suite('the entrypoint', unix, () => {
  test('runs the driver with its options on a Python that has Ray', (context) => {
    const folder = folderWith(context, { python: false, python3: true });
    const { stdout, status } = run(packagedEntrypoint(request), folder);
    assert.deepEqual([stdout, status], [`python3: ${given}`, 0]);
  });

  test('takes the Python that was asked for before all others', (context) => {
    const folder = folderWith(context, { python: true, 'my-python3.11': true });
    const python = path.join(folder, 'my-python3.11');
    const { stdout } = run(packagedEntrypoint({ ...request, python }), folder);
    assert.equal(stdout, `my-python3.11: ${given}`);
  });

  for (const name of ['my env', "a'b", '$(id)', '`id`', 'a;b', 'a\nb', 'é', '-x', '"', '\\']) {
    test(`takes one whose name is ${JSON.stringify(name)}`, (context) => {
      const folder = folderWith(context, { python: false });
      mkdirSync(path.join(folder, name));
      const python = path.join(folder, name, 'python');
      copyFileSync(path.join(folderWith(context, { python: true }), 'python'), python);
      const { stdout } = run(packagedEntrypoint({ ...request, python }), folder);
      assert.equal(stdout, `python: ${given}`);
    });
  }

  test('finds the Python beside the command ray', (context) => {
    const folder = folderWith(context, {});
    const other = folderWith(context, { ray: true, python: true });
    const { stdout } = run(packagedEntrypoint(request), `${folder}:${other}`);
    assert.equal(stdout, `python: ${given}`);
  });

  test('says in the log that no Python has Ray, and ends with 86', (context) => {
    const folder = folderWith(context, { python: false });
    const { stdout, status } = run(packagedEntrypoint(request), folder);
    assert.deepEqual([stdout, status], ['@fibtui:n0nce {"v":1,"ev":"nopython"}', 86]);
  });
});

test('the entrypoint itself, which Ray writes into the log, holds no sentinel', () => {
  assert.doesNotMatch(packagedEntrypoint(request), /@fibtui:/);
  assert.doesNotMatch(inlineEntrypoint(request, 'print("@fibtui:n0nce")'), /@fibtui:/);
});

suite('nothing goes into the shell that it could read as more than a word:', () => {
  for (const word of ['', 'a b', "a'b", '$(id)', '`id`', 'a;b', 'a\nb', 'é']) {
    test(JSON.stringify(word), () => {
      const wrong = [
        { ...request, nonce: word },
        { ...request, options: { workload: word } },
        { ...request, options: { [word]: 1 } },
      ];
      for (const request of wrong) {
        assert.throws(() => packagedEntrypoint(request), /does not go into a shell/);
      }
    });
  }

  for (const number of [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e21]) {
    test(String(number), () => {
      const options = { size: number };
      assert.throws(() => packagedEntrypoint({ ...request, options }), /does not go into a shell/);
    });
  }
});

suite('the driver in the command itself', () => {
  test('runs as the file would, with its options', unix, (context) => {
    const driver = 'import sys\nif __name__ == "__main__":\n    print("é", sys.argv[1:])\n';
    const folder = folderWith(context, {});
    const own = ['-c', 'import sys; print(sys.executable)'];
    const { error, stdout } = spawnSync('python3', own, { encoding: 'utf8' });
    if (error) {
      context.skip('no python3 here');
      return;
    }

    const start = `exec ${stdout.trim()} -X utf8 "$@"`;
    writeFileSync(path.join(folder, 'python'), `#!/bin/sh\n[ "$1" = -c ] && exit 0\n${start}\n`);
    chmodSync(path.join(folder, 'python'), 0o755);
    assert.equal(
      run(inlineEntrypoint(request, driver), folder).stdout,
      "é ['--nonce', 'n0nce', '--workload', 'list', '--size', '1000', '--deadline', '12.5']",
    );
  });

  test('is refused where one argument could not hold it', () => {
    const driver = randomBytes(100_000).toString('base64');
    assert.equal(thrownFailure(() => inlineEntrypoint(request, driver)).code, 'ray-driver-size');
  });
});
