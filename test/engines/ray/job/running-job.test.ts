import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { failure, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { done, opening, running, startJob, work } from './start-job.ts';

suite('a running job', () => {
  const endings = [
    ['is stopped from outside, by its driver', [said.end('stopped')], 'ray-stopped-elsewhere'],
    ['finds no CPUs', [said.end('error', { reason: 'no-cpus' })], 'ray-no-cpus'],
    ['reaches its deadline', [...opening, said.end('deadline')], 'ray-deadline'],
    ['finds no Python with ray', [{ ev: 'nopython' }], 'ray-no-python'],
    [
      'loses a worker',
      [...opening, ...work.slice(0, 3), said.failed(1, 'WorkerCrashedError'), said.end('partial')],
      'ray-worker-died',
    ],
    [
      'ends without all results',
      [...opening, ...work.slice(0, 3), said.end('ok')],
      'ray-no-result',
    ],
  ] as const;
  for (const [what, lines, code] of endings) {
    test(`that ${what} fails, with the driver’s other words`, async (t) => {
      const job = startJob(t);
      await job.start();
      job.jobs.streams[0]!.say('(raylet) words\n');
      job.say(...lines);
      job.jobs.state = { status: 'FAILED' };
      await job.pass(200);
      assert.equal((await job.failure()).code, code);
      const outcome = await job.outcome;
      assert.deepEqual('log' in outcome && outcome.log, ['(raylet) words']);
    });
  }

  for (const [what, state, code] of [
    ['is stopped from outside, without a word', { status: 'STOPPED' }, 'ray-stopped-elsewhere'],
    ['succeeds without a word', { status: 'SUCCEEDED' }, 'ray-no-result'],
    ['is killed', { status: 'FAILED', exitCode: -9 }, 'ray-driver-killed'],
  ] as const) {
    test(`that ${what} fails after one more look into its log`, async (t) => {
      const job = startJob(t);
      await job.start();
      job.say(...opening, ...work.slice(0, 3));
      job.jobs.log = `first words\n${job.jobs.log}last words`;
      job.jobs.streams[0]!.say('first words\n');
      job.jobs.state = state;
      await job.pass(1100);
      assert.equal((await job.failure()).code, code);
      const outcome = await job.outcome;
      assert.deepEqual('log' in outcome && outcome.log, ['first words', 'last words']);
      assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
    });
  }

  test('the log of which is lost with its end says so', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...opening);
    job.jobs.unreadable = failure('ray-gateway');
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(122_000);
    assert.equal((await job.failure()).code, 'ray-log-lost');
  });

  test('of which Ray has forgotten all has vanished at once', async (t) => {
    const job = startJob(t);
    await job.start();
    job.jobs.state = failure('ray-job-lost');
    await job.pass(1100);
    assert.equal((await job.failure()).code, 'ray-job-lost');
  });

  test('survives a while without answers, and any while in which its driver is heard', async (t) => {
    const job = startJob(t);
    await job.start();
    job.jobs.state = failure('ray-silent');
    await job.pass(8000);
    job.jobs.state = running;
    await job.pass(2000);
    job.jobs.state = failure('ray-silent');
    await job.pass(8000);
    for (let second = 0; second < 20; second++) {
      job.say(said.progress());
      await job.pass(1000);
    }

    job.say(...done);
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(200);
    assert.equal((await job.outcome).status, 'finished');
  });

  test('is given up after its deadline, although its driver talks on and nobody else answers', async (t) => {
    const job = startJob(t, () => {}, { deadline: 20_000 });
    await job.start();
    job.jobs.state = failure('ray-silent');
    // 20 s, a grace of 15 s, and the time after which a silent head is lost.
    for (let second = 0; second < 35 + 130; second++) {
      job.say(said.progress());
      await job.pass(1000);
    }

    assert.equal((await job.failure()).code, 'ray-head-lost');
  });

  test('is lost with its head, after two minutes without an answer', async (t) => {
    const job = startJob(t);
    await job.start();
    job.jobs.state = failure('ray-unreachable', 'No Ray dashboard there.');
    job.jobs.unstoppable = failure('ray-unreachable');
    await job.pass(119_000);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
    await job.pass(8000);
    const { code, message } = await job.failure();
    assert.equal(code, 'ray-head-lost');
    assert.match(message, /No Ray dashboard there/);
    assert.equal(await job.mayRun(), true);
    assert.ok(job.jobs.streams.every((stream) => !stream.open()));
  });

  test('is lost after ten seconds in which something else than Ray answers', async (t) => {
    const job = startJob(t);
    await job.start();
    job.jobs.state = failure('ray-not-ray');
    await job.pass(9000);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
    await job.pass(10_000);
    assert.equal((await job.failure()).code, 'ray-head-lost');
  });

  test('is not lost for one question that is answered late, and badly', async (t) => {
    const job = startJob(t);
    await job.start();
    let answer = () => {};
    job.jobs.answering = new Promise((resolve) => (answer = resolve));
    await job.pass(15_000);
    job.jobs.state = failure('ray-silent');
    answer();
    await job.pass(100);
    job.jobs.state = running;
    await job.pass(1000);
    job.say(...done);
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(4000);
    assert.equal((await job.outcome).status, 'finished');
  });

  test('that goes on for longer than its deadline counts as long as something makes progress', async (t) => {
    const job = startJob(t, undefined, { deadline: 10_000 });
    await job.start();
    job.say(...opening);
    for (const share of [0.3, 0.6, 0.9]) {
      await job.pass(20_000);
      job.say(said.progress({ 0: share }));
    }

    job.say(...work, said.end('ok'));
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(4000);
    assert.equal((await job.outcome).status, 'finished');
  });

  test('without progress beyond its deadline is given up, and asked to stop', async (t) => {
    const job = startJob(t, undefined, { deadline: 10_000 });
    await job.start();
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    await job.pass(26_000);
    assert.equal((await job.failure()).code, 'ray-unending');
    assert.equal(await job.mayRun(), false);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
  });
});
