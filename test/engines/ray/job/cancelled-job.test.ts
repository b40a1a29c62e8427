import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { failure, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { done, opening, running, startJob } from './start-job.ts';

suite('a cancelled job', () => {
  test('is stopped, and over when Ray says so', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...opening);
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    job.cancel();
    await job.settle();
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
    assert.equal(job.phases.at(-1), 'stopping');
    assert.equal(job.jobs.streams[0]!.open(), false);
  });

  test('is over after six seconds, whatever Ray says', async (t) => {
    const job = startJob(t, (jobs) => {
      jobs.unstoppable = failure('ray-silent');
    });
    await job.start();
    job.cancel();
    let over = false;
    void job.outcome.then(() => (over = true));
    await job.pass(5900);
    assert.equal(over, false);
    await job.pass(200);
    assert.deepEqual(await job.outcome, { status: 'cancelled', mayRun: true });
  });

  test('whose stop is refused is stopped again', async (t) => {
    const job = startJob(t, (jobs) => {
      jobs.unstoppable = failure('ray-error');
    });
    await job.pass(200);
    job.cancel();
    await job.settle();
    job.jobs.unstoppable = undefined;
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    await job.pass(400);
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.ok(job.jobs.calls.length > 2);
  });

  test('that Ray stops without an answer is over when it says so', async (t) => {
    const job = startJob(t, (jobs) => {
      jobs.unstoppable = 'hangs';
    });
    await job.start();
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    job.cancel();
    await job.pass(2100);
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
  });

  test('that was pending is stopped again when it runs, for Ray has forgotten it', async (t) => {
    const job = startJob(t);
    await job.pass(200);
    job.cancel();
    await job.pass(1000);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
    job.jobs.state = running;
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    await job.pass(400);
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1', 'stop fibtui-1']);
    assert.deepEqual(job.phases, ['submitting', 'pending', 'stopping']);
  });

  test('that is being submitted is stopped as soon as Ray has it', async (t) => {
    let accept = () => {};
    const job = startJob(t, (jobs) => {
      jobs.submission = new Promise((resolve) => (accept = resolve));
      jobs.onStop = () => void (jobs.state = { status: 'STOPPED' });
    });
    job.cancel();
    await job.pass(1000);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
    accept();
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
  });

  test('that Ray takes long after is stopped even then', async (t) => {
    let accept = () => {};
    const job = startJob(t, (jobs) => {
      jobs.submission = new Promise((resolve) => (accept = resolve));
      jobs.state = failure('ray-unreachable');
    });
    job.cancel();
    await job.pass(6100);
    assert.deepEqual(await job.outcome, { status: 'cancelled', mayRun: true });
    const before = job.jobs.calls.length;
    accept();
    await job.settle();
    assert.deepEqual(job.jobs.calls.slice(before), ['stop fibtui-1']);
  });

  test('that Ray does not know needs no waiting', async (t) => {
    const job = startJob(t, (jobs) => {
      jobs.submission = failure('ray-refused');
      jobs.state = failure('ray-job-lost');
    });
    job.cancel();
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
  });

  test('keeps the results of a driver that had ended before', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...done);
    await job.pass(100);
    job.cancel();
    assert.equal((await job.outcome).status, 'finished');
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
  });

  test('whose driver says that it was stopped was not stopped by somebody else', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...opening, said.end('stopped'));
    job.cancel();
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
  });

  test('is not even submitted where that came first', async (t) => {
    const job = startJob(t, undefined, { signal: AbortSignal.abort() });
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.deepEqual(job.jobs.calls, []);
    assert.deepEqual(job.phases, []);
  });
});
