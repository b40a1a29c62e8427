import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { EngineError } from '../../../../source/core/failure.ts';
import {
  throughOutages,
  type PatientRequest,
} from '../../../../source/engines/ray/contact/through-outages.ts';
import { failure, fakeRayJobs } from '../../../helpers/ray/fake-ray-jobs.ts';
import { mockedTime } from '../../../helpers/time/mocked-time.ts';

function startUpload(t: TestContext, options: Partial<PatientRequest> = {}) {
  const time = mockedTime(t);
  const jobs = fakeRayJobs();
  jobs.cut = failure('ray-unreachable');
  const cancelling = new AbortController();
  const outages: boolean[] = [];
  const uploaded = throughOutages(async () => ({ found: await jobs.upload(Buffer.from('zip')) }), {
    patience: 120_000,
    signal: cancelling.signal,
    onOutage: (outage) => void outages.push(outage !== undefined),
    now: time.now,
    ...options,
  }).catch((error: unknown) => (error instanceof EngineError ? error.failure.code : error));
  return { ...time, jobs, outages, uploaded, cancel: () => cancelling.abort() };
}

suite('an upload that the network cuts off', () => {
  test('is sent again until the head answers', async (t) => {
    const upload = startUpload(t);
    await upload.pass(60_000);
    upload.jobs.cut = undefined;
    await upload.pass(1100);
    assert.deepEqual(await upload.uploaded, { found: undefined });
    assert.deepEqual(upload.outages, [true, false]);
  });

  test('is given up after two minutes, and then the head is lost', async (t) => {
    const upload = startUpload(t);
    await upload.pass(122_000);
    assert.equal(await upload.uploaded, 'ray-head-lost');
  });

  test('is sent once to a head that was lost before', async (t) => {
    const upload = startUpload(t, { patience: 0 });
    assert.equal(await upload.uploaded, 'ray-head-lost');
  });

  test('is over at once when it is cancelled', async (t) => {
    const upload = startUpload(t);
    await upload.pass(10_000);
    upload.cancel();
    assert.equal(await upload.uploaded, undefined);
  });

  test('is over at once when a head of our own has ended', async (t) => {
    const head = new AbortController();
    const upload = startUpload(t, { ended: head.signal });
    await upload.pass(10_000);
    head.abort();
    assert.equal(await upload.uploaded, 'ray-head-ended');
  });
});
