import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rowsOf } from '../../../helpers/profiles/rows.ts';
import type { JobOutcome } from '../../../../source/engines/ray/job/job-outcome.ts';
import { passOutcome } from '../../../../source/engines/ray/job/pass-outcome.ts';
import { failure } from '../../../helpers/ray/fake-ray-jobs.ts';

const facts = {
  address: 'http://ray:8265',
  version: '2.60.0',
  job: 'fibtui-1',
  tasks: 2,
  workerOf: (id: string) => (id === 'first' ? 0 : 1),
};

const result = {
  task: 0,
  node: 'node-a',
  worker: 'first',
  host: 'head',
  start: 5000,
  end: 5800,
  onCpu: 700,
  queued: 60,
  nice: 15,
  digest: '05',
};

const job = {
  status: 'finished',
  results: [result, { ...result, task: 1, worker: 'second', start: 4900, end: 5500, kept: '12' }],
  serial: [300, 500, 400],
  cluster: {
    ev: 'cluster',
    seq: 2,
    ts: 0,
    nodes: [{ id: 'node-a', ip: '10.0.0.1', host: 'head', cpus: 4 }],
    count: 1,
    cpus: 4,
    free: 4,
    initMs: 1,
  },
  durations: {
    submit: 10,
    pending: 20,
    driverStart: 30,
    queued: 5,
    warmUp: 40,
    span: 900,
    rest: 45,
    wall: 1050,
    lag: 7,
  },
  outOfTouch: 0,
  queueing: { queue: { p50: 60, p95: 90, most: 95 } },
} as const satisfies JobOutcome;

function finishedPass(outcome: JobOutcome) {
  const pass = passOutcome(outcome, facts);
  assert.ok(pass.status === 'finished');
  return pass;
}

suite('a finished job', () => {
  test('has its spans from its first task’s start on, with worker and node', () => {
    const common = { onCpu: 700, node: 'node-a', digest: '05' };
    assert.deepEqual(rowsOf(finishedPass(job).spans), [
      { task: 0, worker: 0, start: 100, end: 900, ...common },
      { task: 1, worker: 1, start: 0, end: 600, ...common, kept: '12' },
    ]);
  });

  test('has its place and where its time went', () => {
    const { wall, ray } = finishedPass(job);
    assert.equal(wall, 1050);
    assert.deepEqual(ray, {
      address: 'http://ray:8265',
      version: '2.60.0',
      job: 'fibtui-1',
      nodes: 1,
      cpus: 4,
      names: { 'node-a': 'head' },
      submit: 10,
      pending: 20,
      driverStart: 30,
      queued: 5,
      warmUp: 40,
      rest: 45,
      lag: 7,
      queue: { p50: 60, p95: 90, most: 95 },
      python1: 800,
      nice: [15],
    });
  });

  test('has a time in Python that counts what lies between serial tasks, as a span does', () => {
    assert.equal(finishedPass({ ...job, serialBetween: [30, 50] }).ray?.python1, 800 + 40);
  });

  test('the serial tasks of which failed has no time in Python', () => {
    assert.ok(!('python1' in finishedPass({ ...job, serial: [] }).ray!));
  });

  test('has the nice values of its workers, and the page faults of its tasks beside the serial ones', () => {
    const [first, second] = job.results;
    const results = [
      { ...first, faults: 600 },
      { ...second, nice: 0, faults: 900 },
      { ...second, task: 2, faults: 700 },
    ];
    const { ray } = finishedPass({ ...job, results, serialFaults: [650, 640, 10] });
    assert.deepEqual(ray?.nice, [0, 15]);
    assert.deepEqual(ray.faults, { task: 700, serial: 640 });
    assert.ok(!('faults' in finishedPass({ ...job, serialFaults: [1] }).ray!));
    assert.ok(!('faults' in finishedPass({ ...job, results }).ray!));
  });

  test('that was out of touch says for how long', () => {
    assert.equal(finishedPass({ ...job, outOfTouch: 12_300 }).ray?.outOfTouch, 12_300);
  });

  test('on very many nodes, of which the driver lists the first, has all of them', () => {
    const { ray } = finishedPass({ ...job, cluster: { ...job.cluster, count: 200 } });
    assert.equal(ray?.nodes, 200);
  });

  test('that told nothing of its cluster has no nodes and no CPUs', () => {
    const { ray } = finishedPass({ ...job, cluster: undefined });
    assert.deepEqual([ray?.nodes, ray?.cpus], [0, 0]);
  });
});

test('a failed job has the last lines of its log with its failure, where there are some', () => {
  const ended = { status: 'failed', failure: failure('ray-pending') } as const;
  assert.deepEqual(passOutcome({ ...ended, log: ['one', 'two'], results: [] }, facts), {
    status: 'failed',
    failure: { ...failure('ray-pending'), log: ['one', 'two'] },
  });
  assert.deepEqual(passOutcome({ ...ended, log: [], results: [] }, facts), ended);
});

test('a failed job keeps what its finished tasks took', () => {
  const ended = { status: 'failed', failure: failure('ray-deadline'), log: [] } as const;
  const outcome = passOutcome({ ...ended, results: [result] }, facts);
  assert.deepEqual(outcome, {
    status: 'failed',
    failure: failure('ray-deadline'),
    partial: { tasks: 1, of: 2, span: 800, task: 800 },
  });
});

test('a cancelled job is a cancelled pass', () => {
  for (const outcome of [{ status: 'cancelled' }, { status: 'cancelled', mayRun: true }] as const) {
    assert.deepEqual(passOutcome(outcome, facts), { status: 'cancelled' });
  }
});
