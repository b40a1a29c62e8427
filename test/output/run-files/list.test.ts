import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { runSummaryOf } from '../../../source/core/report/run-summary.ts';
import { listRuns } from '../../../source/output/run-files/list.ts';
import { readRun } from '../../../source/output/run-files/read.ts';
import { saveRun } from '../../../source/output/run-files/save.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { randomRun, temporaryFolder } from '../../helpers/profiles/runs.ts';

async function savedIn(folder: string, seed = 1, startedAt?: string): Promise<string> {
  const saved = await saveRun(folder, randomRun(seed, startedAt));
  assert.ok(saved.status === 'saved');
  return saved.path;
}

/** Names of the skipped files, with the reasons. */
const skippedIn = async (folder: string) =>
  (await listRuns(folder)).skipped.map(({ path, reason }) => `${basename(path)} ${reason}`);

/** Why a file cannot be opened. */
async function refusalOf(path: string): Promise<string> {
  const opened = await readRun(path);
  return opened.status === 'failed' ? opened.failure.message : 'is opened';
}

/** Rewrites a file with other bytes. */
async function changed(t: TestContext, change: (bytes: Buffer) => Buffer): Promise<string> {
  const folder = await temporaryFolder(t);
  const path = await savedIn(folder);
  await writeFile(join(folder, 'a.json.gz'), change(await readFile(path)));
  await rename(join(folder, 'a.json.gz'), path);
  return path;
}

const changedText = async (t: TestContext, change: (text: string) => string) =>
  changed(t, (bytes) => gzipSync(change(gunzipSync(bytes).toString())));

/** The reasons that a list and a reader give for a file. */
async function saidOf(path: string): Promise<readonly [listed: readonly string[], opened: string]> {
  const listed = (await listRuns(join(path, '..'))).skipped.map(({ reason }) => reason);
  return [listed, (await refusalOf(path)).replace(`The run file ${path} `, '')];
}

test('a folder that is not there has no runs', async (t) => {
  const folder = join(await temporaryFolder(t), 'none');
  assert.deepEqual(await listRuns(folder), { runs: [], skipped: [] });
});

test('runs are listed with when, where, what and how it ended, the newest first', async (t) => {
  const folder = await temporaryFolder(t);
  const times = ['2026-03-01', '2026-01-01', '2026-02-01'].map((day) => `${day}T09:00:00.000Z`);
  const paths: string[] = [];
  for (const [index, time] of times.entries()) {
    paths.push(await savedIn(folder, index, time));
  }

  const { runs, skipped } = await listRuns(folder);
  assert.deepEqual(skipped, []);
  assert.deepEqual(
    runs.map(({ when }) => when),
    times.toSorted().toReversed(),
  );
  const { report } = randomRun(0);
  const { workload, size, tasks, rounds } = report.plan;
  const cases = report.cases.map(({ id, workers }) => ({ id, workers }));
  assert.deepEqual(runs[0], {
    path: paths[0],
    fibtui: '1.2.3',
    when: times[0],
    machine: 'AMD EPYC 9554',
    cpus: 4,
    plan: { workload, size, tasks, rounds, cases },
    verdict: report.verdict.sentence,
    finished: report.finished,
    results: runSummaryOf(report).results,
  });
});

test('the newest is the one that began last, whatever its file is called', async (t) => {
  const folder = await temporaryFolder(t);
  const old = await savedIn(folder, 1, '2026-01-01T09:00:00.000Z');
  const young = await savedIn(folder, 2, '2026-02-01T09:00:00.000Z');
  await rename(old, join(folder, 'z.json.gz'));
  const { runs } = await listRuns(folder);
  assert.deepEqual(
    runs.map(({ path }) => basename(path)),
    [basename(young), 'z.json.gz'],
  );
});

/** How many bytes this process has read so far, from files or elsewhere. */
const bytesRead = (): number =>
  Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);

test(
  'a list of as many runs as are kept opens none of them whole',
  { skip: existsSync('/proc/self/io') ? false : 'the system does not count what is read' },
  async (t) => {
    const folder = await temporaryFolder(t);
    const path = await savedIn(folder);
    const whole = await readFile(path);
    // Between its first line and its trailer a file may be as long as it likes: nobody looks.
    const hole = Buffer.concat([whole.subarray(0, -4), Buffer.alloc(1e6), whole.subarray(-4)]);
    await Promise.all(
      Array.from({ length: 199 }, async (_, index) =>
        writeFile(join(folder, `${index}.json.gz`), hole),
      ),
    );
    const before = bytesRead();
    const { runs } = await listRuns(folder);
    const read = bytesRead() - before;
    assert.equal(runs.length, 200);
    assert.ok(read < 200 * 4096, `${read} bytes were read`);
  },
);

test('a first line that is longer than most is read as well', async (t) => {
  const folder = await temporaryFolder(t);
  const path = await savedIn(folder);
  const random = seeded(7);
  const name = Array.from({ length: 9000 }, () => Math.floor(random() * 36).toString(36)).join('');
  const text = gunzipSync(await readFile(path)).toString();
  await writeFile(path, gzipSync(text.replace('AMD EPYC 9554', name)));
  assert.equal((await listRuns(folder)).runs[0]?.machine, name);
});

test('what is no run is named and skipped, and the others are listed', async (t) => {
  const folder = await temporaryFolder(t);
  await savedIn(folder);
  await writeFile(join(folder, 'd.json.gz'), 'hello');
  await writeFile(join(folder, 'c.json.gz'), '');
  await writeFile(join(folder, 'b.json.gz'), gzipSync('{"format":"cast","version":1}\n'));
  await mkdir(join(folder, 'a.json.gz'));
  await writeFile(join(folder, 'notes.txt'), 'not looked at');
  assert.deepEqual(await skippedIn(folder), [
    'd.json.gz is damaged',
    'c.json.gz is empty',
    'b.json.gz is not a fibtui run file',
    'a.json.gz is no file',
  ]);
  assert.equal((await listRuns(folder)).runs.length, 1);
});

test(
  'a pipe among the runs is not waited for',
  { skip: process.platform === 'win32' },
  async (t) => {
    const folder = await temporaryFolder(t);
    assert.equal(spawnSync('mkfifo', [join(folder, 'a.json.gz')]).status, 0);
    assert.deepEqual(await skippedIn(folder), ['a.json.gz is no file']);
  },
);

test('a file in the place of the folder is named', async (t) => {
  const path = join(await temporaryFolder(t), 'runs');
  await writeFile(path, '');
  assert.deepEqual(await skippedIn(path), ['runs is no folder']);
});

test('a file of another kind is not called damaged when it is to be opened', async (t) => {
  const path = join(await temporaryFolder(t), 'notes.txt');
  await writeFile(path, 'hello');
  const opened = await readRun(path);
  assert.ok(opened.status === 'failed');
  assert.equal(opened.failure.message, `The run file ${path} is not a fibtui run file.`);
});

test('a file of a newer version says so, whatever else is in it', async (t) => {
  const path = await changedText(t, (text) =>
    text.replace('"version":6,"fibtui":"1.2.3"', '"version":7,"fibtui":"9.8.7","new":[]'),
  );
  const reason = 'was written by fibtui 9.8.7: a newer one is needed to open it';
  assert.deepEqual(await saidOf(path), [[reason], `${reason}.`]);
});

test('wherever a file is cut off, that is said, and it is not opened', async (t) => {
  const folder = await temporaryFolder(t);
  const path = await savedIn(folder);
  const whole = await readFile(path);
  for (const length of [1, 10, 100, 1000, whole.length - 9, whole.length - 1]) {
    await writeFile(path, whole.subarray(0, length));
    const [listed, opened] = await saidOf(path);
    assert.deepEqual([listed, opened], [['is cut off'], 'is cut off.'], `${length} bytes`);
  }
});

test('bytes that changed on the disk are found when the file is opened, at the latest', async (t) => {
  const folder = await temporaryFolder(t);
  const path = await savedIn(folder);
  const whole = await readFile(path);
  const sound = JSON.stringify(await readRun(path));
  const random = seeded(3);
  for (let change = 0; change < 200; change++) {
    const bytes = Buffer.from(whole);
    bytes[Math.floor(random() * bytes.length)]! ^= 1 + Math.floor(random() * 255);
    await writeFile(path, bytes);
    const opened = await readRun(path);
    // Some bytes in the header of a gzip file have no meaning.
    assert.ok(
      opened.status === 'failed' || JSON.stringify(opened) === sound,
      `change ${change} was not found`,
    );
    const { runs, skipped } = await listRuns(folder);
    assert.equal(runs.length + skipped.length, 1);
  }
});

test('a file that is not there, or is a folder, cannot be opened', async (t) => {
  const folder = await temporaryFolder(t);
  const path = join(folder, 'a.json.gz');
  assert.equal(await refusalOf(path), `The run file ${path} does not exist.`);
  assert.equal(await refusalOf(folder), `The run file ${folder} is no file.`);
});

test(
  'a device that never ends is not read',
  { skip: existsSync('/dev/zero') ? false : 'no devices here' },
  async () => {
    assert.equal(await refusalOf('/dev/zero'), 'The run file /dev/zero is no file.');
  },
);

test('what would move the cursor of a terminal does not come out of a file', async (t) => {
  const path = await changedText(t, (text) =>
    text.replaceAll('AMD EPYC 9554', '\\u001b[2JAMD\\u009b5m\u009b\\b'),
  );
  const opened = await readRun(path);
  assert.ok(opened.status === 'opened');
  assert.equal(opened.run.machine, ' [2JAMD 5m  ');
});
