import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rowsOf } from '../helpers/profiles/rows.ts';
import { EngineError } from '../../source/core/failure.ts';
import { expectedAnswer } from '../../source/core/plan/answer.ts';
import { startCluster, type Cluster } from './cluster.ts';
import { skip } from './environment.ts';
import { jobAt, newestJob, submit } from './job.ts';
import { familyOf, isAlive, kill, type Process } from './processes.ts';
import { expectFailure, expectFinished, openRig, type Rig } from './rig.ts';
import { until } from './until.ts';

/** Takes minutes on any machine, so it is still running when something happens to it. */
const endless = { workload: 'pair', size: 5_000_000, tasks: 2 } as const;

/** The beginning of the name of a process that runs a task. */
const task = 'ray::run_seq';

/** These tests look for processes in /proc, which only Linux has. */
const elsewhere = process.platform === 'linux' ? false : 'needs /proc';

const workersNow = (rig: Rig) => rig.samples().at(-1)?.workers ?? [];

/** Waits until both nodes have reported their task, so that a failure can be traced to its node. */
const bothAtWork = async (rig: Rig) =>
  until('both nodes are at work', () => workersNow(rig).length === 2);

/** Waits until the worker of one node has failed and the other one goes on. */
async function oneGoesOn(rig: Rig): Promise<void> {
  const survivor = () => workersNow(rig).find(({ failed }) => failed === undefined);
  await until('one has failed', () => workersNow(rig).some(({ failed }) => failed === 1));
  const reached = survivor()?.share ?? assert.fail('both have failed');
  await until('the other goes on', () => (survivor()?.share ?? 0) > reached);
}

describe('two nodes', { skip: skip || elsewhere }, () => {
  let cluster: Cluster;
  before(async () => void (cluster = await startCluster()));
  after(async () => cluster?.close());

  const processesNamed = (pid: number, name: string) =>
    familyOf(pid).filter((process) => process.name.startsWith(name));

  test('share the tasks of a pass, which move on both', async () => {
    const rig = openRig(cluster.url);
    const { spans, ray } = expectFinished(
      await rig.run({ workload: 'pair', size: 400_000, tasks: 4 }),
    );
    assert.equal(new Set(rowsOf(spans).map(({ node }) => node)).size, 2);
    assert.deepEqual([ray?.nodes, ray?.cpus], [2, 2]);
    const answer = expectedAnswer('pair', 400_000);
    assert.ok(rowsOf(spans).every(({ digest }) => digest === answer.digest));

    const { nodes = [], workers } = rig.samples().at(-1) ?? assert.fail();
    assert.equal(new Set(nodes).size, 2);
    assert.ok(nodes.every((name) => /^127\.0\.0\.1 [\da-f]{4}$/.test(name)));
    assert.deepEqual(
      workers.map(({ node }) => node),
      [0, 1],
    );
    for (const node of [0, 1]) {
      const shares = rig
        .samples()
        .flatMap(({ workers }) => workers.filter((worker) => worker.node === node))
        .map(({ share }) => share);
      assert.ok(shares.some((share) => share > 0 && share < 1));
      assert.deepEqual(
        shares,
        shares.toSorted((a, b) => a - b),
      );
    }
  });

  test('lose one worker and then the other in the middle of a pass, and run the next one', async () => {
    const rig = openRig(cluster.url);
    const { outcome } = await rig.begin(endless);
    await bothAtWork(rig);
    processesNamed(cluster.pid, task).forEach(kill);
    await oneGoesOn(rig);
    processesNamed(cluster.second, task).forEach(kill);
    const { code, message } = expectFailure(await outcome);
    assert.equal(code, 'ray-worker-died');
    assert.match(
      message,
      /^A worker died with task [01] on node [\da-f]{8} \(WorkerCrashedError\), and 1 more failed; 0 of 2 tasks finished\.$/,
    );
    expectFinished(await rig.run({ size: 1000 }));
  });

  test('have a job that somebody else stops, and run the next one', async () => {
    const rig = openRig(cluster.url);
    const { outcome } = await rig.begin(endless);
    const { submission_id: id } = await newestJob(cluster.url);
    const job = jobAt(cluster.url, id);
    assert.deepEqual(await job.stop(), { stopped: true });
    const { code, message } = expectFailure(await outcome);
    assert.equal(code, 'ray-stopped-elsewhere');
    assert.match(message, /^The job fibtui-\S+ at \S+ was stopped by somebody else/);
    await job.becomes('STOPPED');
    assert.match(await job.logs(), /"ev":"end",.*"status":"stopped"/);
    expectFinished(await rig.run({ size: 1000 }));
  });

  test('have nothing left to do after a pass is cancelled', async () => {
    const rig = openRig(cluster.url);
    const cancelling = new AbortController();
    const { outcome } = await rig.begin({ ...endless, signal: cancelling.signal });
    const { submission_id: id } = await newestJob(cluster.url);
    cancelling.abort();
    assert.deepEqual(await outcome, { status: 'cancelled' });
    assert.equal(rig.phases().at(-1), 'stopping');
    await jobAt(cluster.url, id).becomes('STOPPED');
    await until('no task runs', () => processesNamed(cluster.pid, task).length === 0);
  });

  test('keep a pass waiting, and say so, while another job holds their CPUs', async () => {
    const other = await submit(cluster.url, endless);
    await until('the other job holds them', other.moves);
    const rig = openRig(cluster.url);
    const outcome = rig.run({ size: 1000 });
    const waits = (note: string | undefined) => note?.includes('for a CPU that others hold');
    await until('the pass waits', () => rig.notes().some(waits));
    assert.equal(rig.phases().at(-1), 'queued');
    assert.ok(rig.samples().every(({ workers }) => workers.length === 0));
    await other.stop();
    const { ray } = expectFinished(await outcome);
    assert.ok(ray!.queued! > ray!.rest);
    await other.becomes('STOPPED');
  });

  test('have a job whose client was killed: it ends by its deadline where nothing makes progress', async (t) => {
    const file = fileURLToPath(new URL('client.ts', import.meta.url));
    const client = spawn(process.execPath, [file, cluster.url, '12000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => client.kill('SIGKILL'));
    const [said] = await once(client.stdout.setEncoding('utf8'), 'data');
    assert.equal(said, 'starting\n');
    const { submission_id: id } = await newestJob(cluster.url);
    client.kill('SIGKILL');
    await once(client, 'exit');

    // While its tasks make progress it goes on.
    const tasks = () => [cluster.pid, cluster.second].flatMap((pid) => processesNamed(pid, task));
    await until('both nodes are at work', () => tasks().length === 2);
    const stopped = tasks();
    stopped.forEach(({ pid }) => process.kill(pid, 'SIGSTOP'));
    t.after(() => stopped.forEach(kill));

    const job = jobAt(cluster.url, id);
    await job.becomes('FAILED');
    assert.match(await job.logs(), /"ev":"end",.*"status":"deadline"/);
    stopped.filter(isAlive).forEach(({ pid }) => process.kill(pid, 'SIGCONT'));
    await until('no task runs', () => processesNamed(cluster.pid, task).length === 0);
  });

  // From here on only one node is left.
  test('become one in the middle of a pass, which goes on alone', async () => {
    const rig = openRig(cluster.url);
    const { outcome } = await rig.begin(endless);
    await bothAtWork(rig);
    const [raylet] = processesNamed(cluster.second, 'raylet');
    assert.ok(raylet);
    kill(raylet);
    await oneGoesOn(rig);
    processesNamed(cluster.pid, task).forEach(kill);
    const { code, message } = expectFailure(await outcome);
    assert.equal(code, 'ray-node-died');
    assert.match(
      message,
      /^A node died with task [01] on node [\da-f]{8} \(NodeDiedError\), and 1 more failed; 0 of 2 tasks finished\.$/,
    );
    const { spans } = expectFinished(await rig.run({ size: 1000 }));
    assert.equal(new Set(rowsOf(spans).map(({ node }) => node)).size, 1);
  });

  // From here on no node is left.
  test('are gone in the middle of a pass, and there is nothing to go on with', async () => {
    const rig = openRig(cluster.url);
    const { outcome } = await rig.begin({ ...endless, tasks: 1 });
    const family = familyOf(cluster.pid).filter(({ pid }) => pid !== cluster.pid);
    // Kill the process that stores job records first, so that nothing can record the end of this job.
    const isRecord = ({ name }: Process) => name === 'gcs_server';
    family.filter(isRecord).forEach(kill);
    family.forEach(kill);

    const { code, message } = expectFailure(await outcome);
    assert.equal(code, 'ray-head-lost');
    assert.match(message, /^Lost the cluster while fibtui-\S+ ran: No Ray dashboard at /);
    assert.ok(!family.some(isAlive));
    await assert.rejects(
      rig.run({ size: 1000 }),
      (error: unknown) => error instanceof EngineError && error.failure.code === 'ray-unreachable',
    );
  });
});
