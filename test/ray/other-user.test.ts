import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test, type TestContext } from 'node:test';
import type { Report } from '../../source/core/report/report.ts';
import { startHead } from '../../source/engines/ray/head/head.ts';
import { environment, program, root } from '../helpers/terminal/terminal.ts';
import { python, skip } from './environment.ts';
import { cannot, makeOtherUser, startIntruder, type OtherUser } from './other-user.ts';
import { familyOf, headFolderOf, isAlive, kill, processesOf, type Process } from './processes.ts';
import { until } from './until.ts';

/** A folder that is open to everybody, with a path short enough for Ray. */
async function openFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp('/tmp/ft-');
  await chmod(folder, 0o1777);
  t.after(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

type Given = {
  readonly rounds: number;
  readonly temporary: string;
  /** Terms of a sequence. */
  readonly size?: string;
  /** A command that runs the program, if any. */
  readonly under?: readonly string[];
};

/** The built program, which runs some rounds on a head that it starts. */
function start({ rounds, temporary, size = '1k', under = [] }: Given) {
  const ray = ['--quiet', '--ray', 'start', '--ray-python', python, '--engines', 'ray'];
  const plan = ['--workload', 'pair', '--size', size, '--tasks', '2'];
  const times = ['--rounds', String(rounds), '--ray-rounds', String(rounds)];
  const [file = '', ...args] = [
    ...under,
    process.execPath,
    program,
    '--json',
    ...ray,
    ...plan,
    ...times,
  ];
  const child = spawn(file, args, {
    cwd: root,
    env: environment({ TMPDIR: temporary }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ended = Promise.all([code, text(child.stdout), text(child.stderr)]).then(
    ([code, stdout, stderr]) => ({
      code,
      stderr,
      passes: stdout === '' ? [] : (JSON.parse(stdout) as Report).passes,
    }),
  );
  return {
    ended,
    family: () => familyOf(child.pid!),
    /** Ray's folder, as soon as it exists. */
    async folder(): Promise<string> {
      let folder: string | undefined;
      await until('a head starts', () => {
        assert.equal(child.exitCode, null);
        folder = headFolderOf(familyOf(child.pid!));
        return folder !== undefined;
      });
      return folder!;
    },
  };
}

type Ended = Awaited<ReturnType<typeof start>['ended']>;

function assertAllFinished({ code, stderr, passes }: Ended, rounds: number): void {
  assert.deepEqual([code, stderr], [0, '']);
  assert.deepEqual(
    passes.map(({ status }) => status),
    Array.from({ length: rounds }, () => 'finished'),
  );
}

const processNamed = (family: readonly Process[], part: string): Process | undefined =>
  family.find(({ pid }) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(part);
    } catch {
      return false;
    }
  });

describe('with --ray start, another user of this machine', { skip: skip || cannot }, () => {
  let other: OtherUser;
  before(() => void (other = makeOtherUser()));
  after(() => other?.[Symbol.dispose]());

  test('can do nothing below the head’s folder in a run of eight rounds', async (t) => {
    const temporary = await openFolder(t);
    const mark = join(temporary, 'ran');
    await using intruder = await startIntruder(other, 'folder', mark);
    assertAllFinished(await start({ rounds: 8, temporary }).ended, 8);
    assert.deepEqual(intruder.said(), ['ready']);
    assert.deepEqual(readdirSync(temporary), []);
  });

  test('could run code as the first one if that folder were open', async (t) => {
    const temporary = await openFolder(t);
    const mark = join(temporary, 'ran');
    await using intruder = await startIntruder(other, 'folder', mark);
    const run = start({ rounds: 3, temporary });
    chmodSync(dirname(await run.folder()), 0o755);
    await run.ended;
    for (const deed of ['listed', 'read', 'wrote', 'replaced the driver']) {
      assert.ok(intruder.said().includes(deed), `${deed}: ${intruder.said().join(', ')}`);
    }

    assert.equal(readFileSync(mark, 'utf8'), String(process.getuid!()));
  });

  test('who takes a port before the head does hears no token and holds nobody up', async (t) => {
    const temporary = await openFolder(t);
    const took = async () => {
      const began = performance.now();
      assertAllFinished(await start({ rounds: 1, temporary }).ended, 1);
      return performance.now() - began;
    };
    const undisturbed = await took();
    for (const flag of ['--dashboard-port', '--dashboard-agent-listen-port']) {
      await using intruder = await startIntruder(other, 'port', flag);
      const disturbed = await took();
      const said = intruder.said();
      assert.ok(said.some((line) => line.startsWith('took ')));
      assert.doesNotMatch(said.join('\n'), /bearer/i);
      const seconds = [undisturbed, disturbed].map((time) => `${(time / 1000).toFixed(1)} s`);
      t.diagnostic(`${flag}: ${seconds.join(' without, with ')}`);
      assert.ok(disturbed - undisturbed < 30_000, seconds.join(', '));
    }
  });

  test('who takes the port of a dashboard that died hears no token, and one pass fails', async (t) => {
    const temporary = await openFolder(t);
    const run = start({ rounds: 3, temporary, size: '500k' });
    await until('a task runs', () =>
      run.family().some(({ name }) => name.startsWith('ray::run_seq')),
    );
    await using intruder = await startIntruder(other, 'port', '--dashboard-port');
    const dashboard = processNamed(run.family(), 'dashboard/dashboard.py');
    assert.ok(dashboard);
    kill(dashboard);
    await until('the port is taken', () =>
      intruder.said().some((line) => line.startsWith('took ')),
    );
    const { code, stderr, passes } = await run.ended;
    assert.deepEqual([code, stderr], [1, '']);
    assert.doesNotMatch(intruder.said().join('\n'), /bearer/i);
    const [first, ...others] = passes;
    assert.ok(first?.status === 'failed');
    assert.match(first.failure.message, /^[^.]+\.$/);
    assert.deepEqual(
      others.map(({ status }) => status),
      ['finished', 'finished'],
    );
  });

  test('who leaves a folder of theirs below the head’s costs a sentence and no result', async (t) => {
    const temporary = await openFolder(t);
    // Without these capabilities, root is like any other user for other users' files.
    const lacking = '-dac_override,-dac_read_search,-fowner,-chown';
    const run = start({ rounds: 1, temporary, under: ['setpriv', `--bounding-set=${lacking}`] });
    const left = join(await run.folder(), 'left');
    mkdirSync(left);
    writeFileSync(join(left, 'file'), '');
    chownSync(left, other.uid, other.uid);
    const { code, stderr, passes } = await run.ended;
    assert.equal(code, 0);
    assert.deepEqual(
      passes.map(({ status }) => status),
      ['finished'],
    );
    const [folder] = readdirSync(temporary);
    assert.equal(
      stderr,
      `fibtui: Ray's temporary folder ${join(temporary, folder!)} could not be removed completely (EACCES); remove it by hand.\n`,
    );
    assert.ok(existsSync(join(left, 'file')));
  });
});

test(
  'ten heads one after another leave nothing behind',
  { skip: skip || (process.platform !== 'linux' && 'needs /proc') },
  async (t) => {
    const temporary = await openFolder(t);
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = temporary;
    t.after(() => {
      process.env['TMPDIR'] = before;
      if (before === undefined) {
        delete process.env['TMPDIR'];
      }
    });
    for (let index = 0; index < 10; index++) {
      const head = await startHead({ python, cpus: 1, env: process.env, token: 'a-token' });
      const family = familyOf(head.pid);
      assert.ok(family.length > 4);
      await head.close();
      assert.deepEqual(family.filter(isAlive), []);
      assert.deepEqual(processesOf(temporary), []);
      assert.deepEqual(readdirSync(temporary), []);
    }
  },
);
