import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { EngineError } from '../../../../source/core/failure.ts';
import type { JobOutcome } from '../../../../source/engines/ray/job/job-outcome.ts';
import { openAftermath } from '../../../../source/engines/ray/contact/aftermath.ts';
import { failure, fakeRayJobs } from '../../../helpers/ray/fake-ray-jobs.ts';
import { mockedTime } from '../../../helpers/time/mocked-time.ts';
import { running } from '../job/start-job.ts';

const address = { base: 'http://ray:8265', from: '--ray' };
const job = { id: 'fibtui-1', address };
const lost = {
  status: 'failed',
  failure: failure('ray-head-lost'),
  log: [],
  mayRun: true,
} as const;
const cancelled = { status: 'cancelled', mayRun: true } as const;

function afterPass(t: TestContext) {
  const time = mockedTime(t);
  const jobs = fakeRayJobs();
  jobs.state = running;
  const sentences: string[] = [];
  const aftermath = openAftermath((sentence) => void sentences.push(sentence));
  return {
    ...time,
    ...aftermath,
    jobs,
    ended: (outcome: JobOutcome) => aftermath.ended({ ...job, jobs }, outcome),
    sentences,
    /** "ended", or the code of the failure. */
    next: async (base = address.base) =>
      aftermath.endJobs({ address: { ...address, base }, jobs }).then(
        () => 'ended',
        (error: unknown) => (error instanceof EngineError ? error.failure.code : error),
      ),
  };
}

suite('before the next pass', () => {
  test('a job that was lost is stopped', async (t) => {
    const pass = afterPass(t);
    pass.ended(lost);
    pass.jobs.onStop = () => void (pass.jobs.state = { status: 'STOPPED' });
    assert.equal(await pass.next(), 'ended');
    assert.equal(await pass.next(), 'ended');
    assert.deepEqual(pass.jobs.calls, ['stop fibtui-1']);
  });

  test('a job that has ended meanwhile is no trouble, nor is one that Ray has forgotten', async (t) => {
    const pass = afterPass(t);
    for (const state of [{ status: 'SUCCEEDED' }, failure('ray-job-lost')] as const) {
      pass.ended(lost);
      pass.jobs.state = state;
      assert.equal(await pass.next(), 'ended');
    }
  });

  test('a head that does not answer fails it at once, and again', async (t) => {
    const pass = afterPass(t);
    pass.ended(lost);
    pass.jobs.cut = failure('ray-unreachable');
    assert.equal(await pass.next(), 'ray-job-left');
    assert.equal(await pass.next(), 'ray-job-left');
  });

  test('a head that keeps silent fails it within four seconds', async (t) => {
    const pass = afterPass(t);
    pass.ended(lost);
    pass.jobs.unstoppable = 'hangs';
    pass.jobs.answering = new Promise(() => {});
    const next = pass.next();
    await pass.pass(4000);
    assert.equal(await next, 'ray-job-left');
  });

  test('a job that goes on although it was told to stop fails it', async (t) => {
    const pass = afterPass(t);
    pass.ended(cancelled);
    const next = pass.next();
    await pass.pass(6200);
    assert.equal(await next, 'ray-job-left');
  });

  test('a job on another cluster is none of its business', async (t) => {
    const pass = afterPass(t);
    pass.ended(lost);
    assert.equal(await pass.next('http://other:8265'), 'ended');
    assert.deepEqual(pass.jobs.calls, []);
  });
});

test('a head that was lost is asked once from then on, until a pass comes through or it is reached again', (t) => {
  const { patience, ended, failed, forget } = afterPass(t);
  const patient = patience();
  assert.ok(patient > 0);
  ended(lost);
  assert.equal(patience(), 0);
  ended({ ...lost, failure: failure('ray-worker-died') });
  assert.equal(patience(), patient);
  failed(failure('ray-head-lost'));
  failed(failure('ray-job-left'));
  assert.equal(patience(), 0);
  forget();
  assert.equal(patience(), patient);
});

test('of a cancelled job that may still run the user learns how to stop it', (t) => {
  const pass = afterPass(t);
  pass.ended({ status: 'cancelled' });
  assert.deepEqual(pass.sentences, []);
  pass.ended(cancelled);
  assert.deepEqual(pass.sentences, [
    'The job fibtui-1 at http://ray:8265 was told to stop, but did not answer in time: it may still run, until its deadline. Stop it with `ray job stop --address http://ray:8265 fibtui-1`.',
  ]);
});

suite('a cancelled job that may still run', () => {
  test('is stopped when the network is back, and the user learns of it', async (t) => {
    const pass = afterPass(t);
    pass.jobs.cut = failure('ray-unreachable');
    pass.ended(cancelled);
    await pass.pass(30_000);
    assert.deepEqual(pass.jobs.calls, []);
    pass.jobs.cut = undefined;
    pass.jobs.onStop = () => void (pass.jobs.state = { status: 'STOPPED' });
    await pass.pass(2100);
    assert.deepEqual(pass.jobs.calls, ['stop fibtui-1']);
    assert.equal(pass.sentences.at(-1), 'The job fibtui-1 has been stopped since.');
    await pass.pass(10_000);
    assert.equal(pass.sentences.length, 2);
  });

  test('is left alone once another run begins, which looks after it itself', async (t) => {
    const pass = afterPass(t);
    pass.ended(cancelled);
    pass.forget();
    await pass.pass(10_000);
    assert.deepEqual(pass.jobs.calls, []);
  });
});
