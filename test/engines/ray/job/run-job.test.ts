import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { failure, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { done, opening, startJob, work } from './start-job.ts';

suite('a job', () => {
  test('fails at once, in one sentence, when the head that runs it has ended', async (t) => {
    const head = new AbortController();
    const job = startJob(t, () => {}, { ended: head.signal });
    await job.pass(300);
    await job.start();
    job.say(...opening);
    head.abort();
    assert.deepEqual(await job.failure(), {
      code: 'ray-head-ended',
      message: 'The Ray head that fibtui started ended while fibtui-1 ran.',
      hint: 'Run again; if it happens again, check that the machine has memory left.',
    });
    assert.ok(job.jobs.streams.every((stream) => !stream.open()));
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
  });

  test('goes through its phases, and is finished with the driver’s last word', async (t) => {
    const job = startJob(t);
    await job.pass(300);
    await job.start();
    job.say(...done);
    await job.pass(100);
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(200);
    const outcome = await job.outcome;
    assert.ok(outcome.status === 'finished');
    assert.deepEqual(job.phases, ['submitting', 'pending', 'starting', 'warming-up', 'running']);
    assert.deepEqual(job.events, [
      'hello',
      'cluster',
      'warm',
      'submitted',
      'started',
      'started',
      'result',
      'result',
      'end',
    ]);
    assert.deepEqual(
      outcome.results.map(({ task, worker, kept }) => [task, worker, kept]),
      [
        [0, 'worker-a', '12'],
        [1, 'worker-b', '12'],
      ],
    );
    assert.deepEqual(outcome.serial, []);
    assert.equal(outcome.cluster?.cpus, 2);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
    assert.equal(job.jobs.streams[0]!.open(), false);
  });

  test('has its time in parts, the serial tasks left out', async (t) => {
    let accept = () => {};
    const job = startJob(t, (jobs) => {
      jobs.submission = new Promise((resolve) => (accept = resolve));
    });
    await job.pass(300);
    accept();
    await job.settle();
    await job.start();
    await job.pass(500);
    job.say({ ...said.hello, ts: 50_000 });
    await job.pass(200);
    job.say({ ...said.cluster, ts: 50_200 });
    await job.pass(1200);
    job.say(
      { ...said.submitted(2), ts: 50_600 },
      { ...said.started(0, 'a'), ts: 50_700 },
      { ...said.started(1, 'b'), ts: 50_700 },
      { ...said.result(0, 50_700, 51_000), ts: 51_000 },
      { ...said.result(1, 50_650, 51_300), ts: 51_400 },
    );
    await job.pass(1100);
    job.say({ ...said.serial, ts: 52_100 }, { ...said.end('ok'), ts: 52_200 });
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(200);
    const outcome = await job.outcome;
    assert.ok(outcome.status === 'finished');
    assert.deepEqual(outcome.serial, [80, 90, 100]);
    const { rest, wall, lag, ...parts } = outcome.durations;
    assert.deepEqual(parts, {
      submit: 300,
      // 700 to the first line, of which the driver imported for 400.
      pending: 300,
      driverStart: 600,
      // From the last empty task to the first real one.
      queued: 50,
      warmUp: 400,
      span: 650,
    });
    // 1000 to the driver's first line and 2200 of its own, minus 800 after the last task.
    assert.equal(wall, 2400);
    assert.equal(lag, 300);
    assert.equal(rest, wall - 300 - 300 - 600 - 50 - 400 - 650);
    assert.deepEqual(outcome.queueing, { queue: { p50: 60, p95: 60, most: 60 } });
  });

  test('for which no CPU is free is queued, until it has one', async (t) => {
    const job = startJob(t);
    await job.start();
    const gaveUp = { ...said.warm, ready: 0, queueMs: 15_000, free: 0 };
    job.say(said.hello, { ...said.cluster, free: 0 }, { ...said.warm, ready: 0 }, gaveUp);
    job.say(said.submitted(2));
    await job.pass(100);
    assert.deepEqual(job.phases, ['submitting', 'pending', 'starting', 'queued']);
    job.say(...work, said.end('ok'));
    job.jobs.state = { status: 'SUCCEEDED' };
    const outcome = await job.outcome;
    assert.deepEqual(job.phases.slice(4), ['running']);
    assert.ok(outcome.status === 'finished');
    assert.deepEqual(outcome.queueing.warmUpGaveUp, { ready: 0, of: 2, free: 0 });
  });

  test('is not over for the next one before Ray says so, but not for longer than 5 s', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...done);
    let over = false;
    void job.outcome.then(() => (over = true));
    await job.settle();
    assert.equal(job.jobs.streams[0]!.open(), false);
    await job.pass(4900);
    assert.equal(over, false);
    await job.pass(200);
    assert.equal((await job.outcome).status, 'finished');
  });

  test('is told of once where its stream breaks and comes again', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...opening);
    job.jobs.streams[0]!.fail();
    await job.pass(300);
    await job.pass(1500);
    assert.deepEqual(job.notes, ['reconnecting']);
    job.jobs.streams[1]!.say(job.jobs.log);
    job.say(...work, said.end('ok'));
    job.jobs.state = { status: 'SUCCEEDED' };
    assert.equal((await job.outcome).status, 'finished');
    assert.equal(job.events.length, done.length);
    assert.deepEqual(job.notes, ['reconnecting', undefined]);
  });

  test('says nothing after its last word', async (t) => {
    const job = startJob(t);
    await job.start();
    job.jobs.streams.length = 0;
    job.say(...done, said.progress(), said.end('error'));
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(1000);
    assert.equal((await job.outcome).status, 'finished');
    assert.equal(job.events.length, done.length);
  });

  test('is asked for quickly until it runs, and then once a second', async (t) => {
    const job = startJob(t);
    await job.pass(1500);
    assert.equal(job.jobs.questions, 11);
    await job.start();
    await job.pass(3000);
    assert.equal(job.jobs.questions, 11 + 4);
    job.cancel();
    await job.pass(7000);
  });

  test('the stream of which never came through has its result from the log', async (t) => {
    const job = startJob(t);
    await job.start();
    job.jobs.streams.length = 0;
    job.say(...done);
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(1000);
    assert.equal((await job.outcome).status, 'finished');
    assert.equal(job.events.length, done.length);
  });

  test('that is not submitted is a failure, and is not left running in case it was', async (t) => {
    const job = startJob(t, (jobs) => {
      jobs.submission = failure('ray-refused');
      jobs.state = failure('ray-job-lost');
    });
    assert.equal((await job.failure()).code, 'ray-refused');
    assert.deepEqual(job.phases, ['submitting']);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
  });
});

suite('a pending job', () => {
  test('is told with Ray’s reason after a while', async (t) => {
    const job = startJob(t);
    job.jobs.state = { status: 'PENDING', message: 'It may be waiting\nfor resources.' };
    await job.pass(19_000);
    assert.deepEqual(job.notes, []);
    await job.pass(2000);
    assert.deepEqual(job.notes, ['for resources.']);
    await job.start();
    assert.deepEqual(job.notes, ['for resources.', undefined]);
    job.cancel();
    await job.pass(7000);
  });

  test('that never starts is given up, and asked to stop', async (t) => {
    const job = startJob(t, undefined, { pendingLimit: 30_000 });
    job.jobs.state = { status: 'PENDING', message: 'no room' };
    await job.pass(37_000);
    const { code, message } = await job.failure();
    assert.equal(code, 'ray-pending');
    assert.match(message, /no room/);
    assert.equal(await job.mayRun(), true);
    assert.deepEqual(job.phases, ['submitting', 'pending']);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
  });

  test('that fails before its driver runs says why', async (t) => {
    const job = startJob(t);
    job.jobs.state = {
      status: 'FAILED',
      errorType: 'RUNTIME_ENV_SETUP_FAILURE',
      message: 'IOError: no such package',
    };
    await job.pass(200);
    assert.equal((await job.failure()).code, 'ray-environment');
  });
});
