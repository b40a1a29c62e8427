import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { expectedAnswer } from '../../source/core/plan/answer.ts';
import type { DriverEvent } from '../../source/engines/ray/driver/driver-event.ts';
import { rayJobs } from '../../source/engines/ray/api/jobs.ts';
import { startCluster, type Cluster } from './cluster.ts';
import { eventsNamed, startDriver } from './driver-run.ts';
import { skip } from './environment.ts';
import { familyOf, kill } from './processes.ts';
import { until } from './until.ts';

/** From measuring.md. */
const kept = { 1000: '198000430276020531', 50_000: '763987711070963543' } as const;
const linux = process.platform === 'linux';
const sizes = [1000, 50_000] as const;

/** The terms of a task that is long enough to report its start and its progress. */
const long = 60_000;

/** Two tasks that take minutes on any machine, so they are still running when something happens. */
const endless = { workload: 'pair', size: 5_000_000, tasks: 2 } as const;

/** Whether a task has reported progress since another one failed. */
const goesOn = (events: readonly DriverEvent[], task: number): boolean => {
  const since = eventsNamed(events, 'failed')[0]?.seq ?? Number.POSITIVE_INFINITY;
  return eventsNamed(events, 'progress').some(({ seq, frac }) => seq > since && task in frac);
};

describe('the driver on two nodes', { skip }, () => {
  let head: Cluster;
  before(async () => void (head = await startCluster()));
  after(async () => head?.close());

  for (const workload of ['list', 'pair'] as const) {
    for (const size of sizes) {
      test(`answers as every engine does: ${workload}, ${size} terms`, async () => {
        const run = startDriver(head, { workload, size, tasks: 4, serial: 3 });
        assert.equal(await run.exitCode(), 0, run.errorOutput());
        const answer = expectedAnswer(workload, size);
        assert.equal(answer.kept, workload === 'list' ? kept[size] : undefined);
        const results = eventsNamed(run.events, 'result');
        assert.deepEqual(new Set(results.map(({ task }) => task)), new Set([0, 1, 2, 3]));
        assert.equal(results.length, 4);
        for (const { digest, kept, startMs, endMs, cpuMs } of results) {
          assert.deepEqual({ digest, ...(kept && { kept }) }, answer);
          assert.ok(startMs <= endMs && cpuMs >= 0);
        }

        assert.equal(eventsNamed(run.events, 'serial')[0]?.taskMs.length, 3);
        assert.deepEqual(eventsNamed(run.events, 'failed'), []);
      });
    }
  }

  test('runs in the session that it is sent to, and no task in another', async () => {
    const { session } = await rayJobs({
      address: { base: head.url, from: 'the test' },
      userAgent: 'test',
    }).version();
    assert.ok(session);
    const run = startDriver(head, { workload: 'list', size: 1000, tasks: 2, session });
    assert.equal(await run.exitCode(), 0, run.errorOutput());
    const other = startDriver(head, {
      workload: 'list',
      size: 1000,
      tasks: 2,
      session: `${session}0`,
    });
    assert.equal(await other.exitCode(), 1);
    assert.equal(eventsNamed(other.events, 'end')[0]?.reason, 'other-session');
    assert.deepEqual(eventsNamed(other.events, 'started'), []);
  });

  test('tells the steps in their order', async () => {
    const run = startDriver(head, { workload: 'list', size: long, tasks: 2, serial: 3 });
    await run.exitCode();
    const steps = run.events.map(({ ev }) => ev).filter((ev) => ev !== 'progress');
    assert.deepEqual(
      [...new Set(steps)],
      ['hello', 'cluster', 'warm', 'submitted', 'started', 'result', 'serial', 'end'],
    );
    assert.deepEqual(
      run.events.map(({ seq }) => seq),
      run.events.map((_, index) => index + 1),
    );
    const [cluster] = eventsNamed(run.events, 'cluster');
    assert.equal(cluster?.cpus, 2);
    assert.deepEqual(
      cluster?.nodes.map(({ cpus }) => cpus),
      [1, 1],
    );
    const warm = eventsNamed(run.events, 'warm').at(-1);
    // Ray may not have freed the CPUs of the previous driver yet.
    assert.ok(warm && warm.ready <= warm.of && warm.of <= 2);
    const end = run.events.at(-1);
    assert.ok(end?.ev === 'end' && end.status === 'ok' && end.ok === 2);
  });

  test('tells progress while tasks run, on both nodes', async () => {
    const run = startDriver(head, { workload: 'pair', size: 400_000, tasks: 4 });
    assert.equal(await run.exitCode(), 0, run.errorOutput());
    const nodes = eventsNamed(run.events, 'started').map(({ node }) => node);
    const known = eventsNamed(run.events, 'cluster')[0]?.nodes.map(({ id }) => id) ?? [];
    assert.deepEqual(new Set(nodes), new Set(known));
    for (const { task, seq, digest } of eventsNamed(run.events, 'result')) {
      assert.equal(digest, expectedAnswer('pair', 400_000).digest);
      const shares = eventsNamed(run.events, 'progress')
        .filter((progress) => progress.seq < seq)
        .flatMap(({ frac }) => frac[task] ?? []);
      assert.ok(shares.some((share) => share > 0 && share < 1));
      assert.deepEqual(
        shares,
        shares.toSorted((a, b) => a - b),
      );
    }
  });

  test('the times of one worker never overlap', async () => {
    const run = startDriver(head, { workload: 'list', size: 5000, tasks: 40 });
    assert.equal(await run.exitCode(), 0, run.errorOutput());
    const workers = new Map(
      eventsNamed(run.events, 'started').map(({ task, worker }) => [task, worker]),
    );
    const ends = new Map<string | undefined, number>();
    for (const { task, startMs, endMs } of eventsNamed(run.events, 'result').toSorted(
      (a, b) => a.startMs - b.startMs,
    )) {
      const worker = workers.get(task);
      assert.ok(startMs >= (ends.get(worker) ?? 0));
      ends.set(worker, endMs);
    }
  });

  for (const size of [20_000, long]) {
    test(`keeps to fewer workers than there are CPUs: ${size} terms`, async () => {
      const run = startDriver(head, { workload: 'list', size, tasks: 4, workers: 1 });
      assert.equal(await run.exitCode(), 0, run.errorOutput());
      const times = eventsNamed(run.events, 'result')
        .toSorted((one, other) => one.startMs - other.startMs)
        .flatMap(({ startMs, endMs }) => [startMs, endMs]);
      assert.equal(times.length, 8);
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      );
    });
  }

  test('counts as many page faults of a task as of a serial one', { skip: !linux }, async () => {
    const run = startDriver(head, { workload: 'list', size: 50_000, tasks: 6, serial: 3 });
    assert.equal(await run.exitCode(), 0, run.errorOutput());
    const tasks = eventsNamed(run.events, 'result').map(({ faults }) => faults ?? 0);
    const [serial] = eventsNamed(run.events, 'serial');
    const all = [...tasks, ...(serial?.faults ?? [])].map(Number);
    assert.equal(all.length, 9);
    assert.ok(
      Math.min(...all) > 10_000 && Math.max(...all) < 1.1 * Math.min(...all),
      all.join(', '),
    );
  });

  test('a worker that is killed costs its own task alone, and what comes after a pass that counts', async () => {
    const run = startDriver(head, { ...endless, serial: 3 });
    await run.waitFor('started', 2);
    const [victim, other] = eventsNamed(run.events, 'started');
    kill(victim!);
    await run.waitFor('failed');
    await until('the other goes on', () => goesOn(run.events, other!.task));
    kill(other!);
    assert.equal(await run.exitCode(), 3, run.errorOutput());
    assert.deepEqual(
      eventsNamed(run.events, 'failed').map(({ task, error }) => [task, error]),
      [victim, other].map((one) => [one!.task, 'WorkerCrashedError']),
    );
    assert.deepEqual(eventsNamed(run.events, 'serial'), []);
    const end = run.events.at(-1);
    assert.ok(end?.ev === 'end' && end.status === 'partial' && end.ok === 0);
  });

  test('ends cleanly on SIGTERM', async () => {
    const run = startDriver(head, endless);
    await run.waitFor('started');
    run.kill('SIGTERM');
    assert.equal(await run.exitCode(), 143);
    const end = run.events.at(-1);
    assert.ok(end?.ev === 'end' && end.status === 'stopped' && end.ok === 0);
  });

  test('ends itself where no task has made progress for as long as its deadline', async (t) => {
    const run = startDriver(head, { ...endless, deadline: 8 });
    await run.waitFor('started', 2);
    for (const { pid } of eventsNamed(run.events, 'started')) {
      process.kill(pid, 'SIGSTOP');
      t.after(() => kill({ pid }));
    }

    assert.equal(await run.exitCode(), 4);
    const end = run.events.at(-1);
    assert.ok(end?.ev === 'end' && end.status === 'deadline' && end.ok === 0);
  });

  // The last test here, because it ends the second node.
  test('a node that is killed costs the task that ran there', { skip: !linux }, async () => {
    const run = startDriver(head, endless);
    await run.waitFor('started', 2);
    const raylet = familyOf(head.second).find(({ name }) => name === 'raylet');
    assert.ok(raylet);
    kill(raylet);
    await run.waitFor('failed');
    const [lost] = eventsNamed(run.events, 'failed');
    assert.equal(lost?.error, 'NodeDiedError');
    await until('the other goes on', () => goesOn(run.events, 1 - lost.task));
    run.kill('SIGTERM');
    assert.equal(await run.exitCode(), 143, run.errorOutput());
    assert.equal(eventsNamed(run.events, 'failed').length, 1);
  });
});
