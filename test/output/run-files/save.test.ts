import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Bytes } from '../../../source/core/units.ts';
import { listRuns } from '../../../source/output/run-files/list.ts';
import { readRun } from '../../../source/output/run-files/read.ts';
import { removeRuns } from '../../../source/output/run-files/remove.ts';
import { saveRun, type Saved } from '../../../source/output/run-files/save.ts';
import { randomRun, temporaryFolder } from '../../helpers/profiles/runs.ts';

const program = fileURLToPath(new URL('../../helpers/terminal/save-runs.ts', import.meta.url));

/** The outcomes of saves in a process of their own, which a shell starts with this command. */
async function savedBy(
  argv: readonly string[],
  command = 'exec "$0" "$@"',
): Promise<readonly Saved[]> {
  const all = ['-c', command, process.execPath, program, ...argv];
  const { stdout } = await promisify(execFile)('sh', all);
  return JSON.parse(stdout) as readonly Saved[];
}

const failureOf = (saved: Saved | undefined) => {
  assert.ok(saved?.status === 'failed', JSON.stringify(saved));
  return `${saved.failure.message} ${saved.failure.hint}`;
};

const pathOf = (saved: Saved): string => {
  assert.ok(saved.status === 'saved', JSON.stringify(saved));
  return saved.path;
};

/** Files with names of runs, a second apart. */
async function olderRuns(folder: string, count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, index) => {
    const time = new Date(Date.UTC(2025, 0, 1, 0, 0, index)).toISOString();
    return `${time.replaceAll(/[:.]/g, '-')}-0000abcd.json.gz`;
  });
  await Promise.all(names.map(async (name) => writeFile(join(folder, name), '')));
  return names;
}

test('a run is saved in a folder that is made for it, for its user alone, under the time when it began', async (t) => {
  const folder = join(await temporaryFolder(t), 'state', 'fibtui', 'runs');
  const path = pathOf(await saveRun(folder, randomRun(1)));
  const [name = '', ...others] = await readdir(folder);
  assert.deepEqual(others, []);
  assert.equal(path, join(folder, name));
  assert.match(name, /^2026-11-23T10-00-00-000Z-[\da-f]{8}\.json\.gz$/);
  assert.deepEqual([statSync(folder).mode & 0o777, statSync(path).mode & 0o777], [0o700, 0o600]);
});

test('a saved run is read as it was', async (t) => {
  const { recording, report } = randomRun(2);
  const path = pathOf(await saveRun(await temporaryFolder(t), { recording, report }));
  const opened = await readRun(path);
  assert.ok(opened.status === 'opened');
  assert.deepEqual(
    JSON.parse(JSON.stringify(opened.run.recording)),
    JSON.parse(JSON.stringify(recording)),
  );
  assert.equal(opened.run.verdict, report.verdict.sentence);
  assert.equal(opened.run.fibtui, '1.2.3');
});

test('the oldest runs make room for the 200th and those after it, and nothing else does', async (t) => {
  const folder = await temporaryFolder(t);
  const older = await olderRuns(folder, 205);
  await writeFile(join(folder, 'demo.json.gz'), '');
  await writeFile(join(folder, 'notes.txt'), '');
  pathOf(await saveRun(folder, randomRun(1)));
  const left = await readdir(folder);
  assert.equal(left.length, 202);
  assert.deepEqual(
    older.filter((name) => !left.includes(name)),
    older.slice(0, 6),
  );
});

test('the oldest runs make room where all together are too large, and the newest stays whatever it takes', async (t) => {
  const folder = await temporaryFolder(t);
  const older = await olderRuns(folder, 5);
  const sized = async (name: string, size: Bytes) => truncate(join(folder, name), size);
  // A sparse file takes no room on the disk.
  await Promise.all(older.map(async (name) => sized(name, 60e6)));
  const first = basename(pathOf(await saveRun(folder, randomRun(1))));
  assert.deepEqual(await readdir(folder), [...older.slice(1), first]);
  await sized(first, 300e6);
  const second = basename(pathOf(await saveRun(folder, randomRun(2))));
  assert.deepEqual(await readdir(folder), [second]);
});

test('a run that seems to be the oldest, by a clock that was set back, is kept all the same', async (t) => {
  const folder = await temporaryFolder(t);
  await olderRuns(folder, 200);
  const path = pathOf(await saveRun(folder, randomRun(1, '1999-01-01T00:00:00.000Z')));
  assert.equal((await readRun(path)).status, 'opened');
  assert.equal(readdirSync(folder).length, 200);
});

test('what a process left that was killed while it wrote is removed an hour later', async (t) => {
  const folder = await temporaryFolder(t);
  const [old, fresh] = [join(folder, '.a.json.gz.part'), join(folder, '.b.json.gz.part')];
  await writeFile(old, 'half');
  await writeFile(fresh, 'half');
  await utimes(old, new Date(0), new Date(0));
  pathOf(await saveRun(folder, randomRun(1)));
  const left = await readdir(folder);
  assert.ok(!left.includes('.a.json.gz.part') && left.includes('.b.json.gz.part'));
  assert.equal((await listRuns(folder)).runs.length, 1);
});

test('processes that save at once lose nothing, also where the oldest have to go', async (t) => {
  const folder = await temporaryFolder(t);
  await olderRuns(folder, 195);
  const saved = await Promise.all([1, 2, 3].map(async () => savedBy([folder, '5'])));
  const paths = saved.flat().map(pathOf);
  assert.equal(new Set(paths).size, 15);
  const { runs, skipped } = await listRuns(folder);
  assert.deepEqual(new Set(runs.map(({ path }) => path)), new Set(paths));
  assert.equal(runs.length + skipped.length, 200);
});

test('what a run file cannot hold is not written', async (t) => {
  const folder = await temporaryFolder(t);
  const { recording, report } = randomRun(1);
  const [started, ...others] = recording.events;
  const events = [
    started,
    { type: 'frame-drawn', took: Number.NaN, at: started.at },
    ...others,
  ] as const;
  const said = failureOf(await saveRun(folder, { recording: { ...recording, events }, report }));
  assert.equal(
    said,
    `The run could not be saved in ${folder}: its events are not what a run file can hold (events[1].took is no number). Nothing else is lost; report it with this message.`,
  );
  assert.deepEqual(await readdir(folder), []);
});

test('a run that is gone, whoever removed it, is removed; what stays says why', async (t) => {
  const folder = await temporaryFolder(t);
  const path = pathOf(await saveRun(folder, randomRun(1)));
  assert.equal(await removeRuns([path]), undefined);
  assert.equal(await removeRuns([path]), undefined);
  assert.deepEqual(await readdir(folder), []);
  await mkdir(path);
  const failure = await removeRuns([path]);
  assert.match(failure?.message ?? '', /^The run file .* could not be removed \(\w+\)\.$/);
});

suite(
  'a run that cannot be saved is told in one sentence, and nothing half-written is left',
  () => {
    test('a file where the folder would be', async (t) => {
      const parent = await temporaryFolder(t);
      await writeFile(join(parent, 'fibtui'), 'mine');
      const folder = join(parent, 'fibtui', 'runs');
      assert.equal(
        failureOf(await saveRun(folder, randomRun(1))),
        `The run could not be saved in ${folder}: a file is in its way. Make that folder writable, or set XDG_STATE_HOME to another one.`,
      );
      assert.equal(await readFile(join(parent, 'fibtui'), 'utf8'), 'mine');
    });

    const proc = existsSync('/proc/self') ? false : 'no /proc here';

    test('a folder in which none can be made', { skip: proc }, async () => {
      const folder = '/proc/fibtui/runs';
      assert.equal(
        failureOf(await saveRun(folder, randomRun(1))),
        `The run could not be saved in ${folder}: no folder can be made there. Make that folder writable, or set XDG_STATE_HOME to another one.`,
      );
    });

    test('a folder that leads nowhere', async (t) => {
      const parent = await temporaryFolder(t);
      await symlink(join(parent, 'gone', 'away'), join(parent, 'fibtui'));
      assert.match(
        failureOf(await saveRun(join(parent, 'fibtui'), randomRun(1))),
        /^The run could not/,
      );
    });

    test('files that may not be that large', { skip: process.platform === 'win32' }, async (t) => {
      const folder = await temporaryFolder(t);
      const [saved] = await savedBy([folder], 'ulimit -f 1; exec "$0" "$@"');
      assert.match(failureOf(saved), /: files may not be that large\. Free some space there, /);
      assert.deepEqual(await readdir(folder), []);
    });

    const namespace = spawnSync('unshare', ['-rm', 'true']).status === 0;
    const skip = namespace ? false : 'no file system may be mounted here';

    for (const [name, options, cause] of [
      ['a disk that is full', 'size=4k', 'the disk is full. Free some space there, '],
      [
        'a file system that is read-only',
        'ro',
        'that file system is read-only. Make that folder writable, ',
      ],
    ] as const) {
      test(name, { skip }, async (t) => {
        const folder = await temporaryFolder(t);
        const inside = `mount -t tmpfs -o ${options} none "$2" && "$0" "$@" && ls -A "$2"`;
        const all = ['-rm', 'sh', '-c', inside, process.execPath, program, folder];
        const { stdout } = await promisify(execFile)('unshare', all);
        // The files that are left in the folder follow the answer.
        const [saved] = JSON.parse(stdout) as readonly Saved[];
        assert.ok(failureOf(saved).startsWith(`The run could not be saved in ${folder}: ${cause}`));
      });
    }
  },
);

test('a file is whole before it has its name', async (t) => {
  const path = pathOf(await saveRun(await temporaryFolder(t), randomRun(3)));
  JSON.parse(gunzipSync(await readFile(path)).toString());
});

test('of several runs all are removed that can be, and the first that cannot is named', async (t) => {
  const folder = await temporaryFolder(t);
  const paths: string[] = [];
  for (const seed of [1, 2, 3]) {
    paths.push(pathOf(await saveRun(folder, randomRun(seed))));
  }

  const failure = await removeRuns([paths[0]!, '/no/run', paths[1]!]);
  assert.equal(failure?.message, '/no/run is not a run file.');
  assert.deepEqual(await readdir(folder), [basename(paths[2]!)]);
});

test('what is no run file is not removed, whatever the list names', async (t) => {
  const path = join(await temporaryFolder(t), 'runs');
  await writeFile(path, 'mine');
  const failure = await removeRuns([path]);
  assert.equal(failure?.message, `${path} is not a run file.`);
  assert.equal(await readFile(path, 'utf8'), 'mine');
});
