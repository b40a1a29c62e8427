import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { suite, test } from 'node:test';
import {
  answerUnlessAborted,
  pause,
  unlessAborted,
  withLimit,
} from '../../../source/engines/ray/abortable.ts';
import { mockedTime } from '../../helpers/time/mocked-time.ts';

const never = async (): Promise<never> => new Promise(() => {});

suite('a pause', () => {
  test('ends after its time', async (t) => {
    const time = mockedTime(t);
    let over = false;
    void pause(1000, new AbortController().signal).then(() => (over = true));
    await time.pass(950);
    assert.equal(over, false);
    await time.pass(50);
    assert.equal(over, true);
  });

  test('ends with its signal, also where that has aborted before', async (t) => {
    mockedTime(t);
    const end = new AbortController();
    const pausing = pause(1000, end.signal);
    end.abort();
    await pausing;
    await pause(1000, end.signal);
  });
});

suite('a request', () => {
  test('has its result, and leaves no listener behind', async () => {
    const { signal } = new AbortController();
    assert.equal(await unlessAborted(Promise.resolve(1), signal), 1);
    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });

  test('is undefined once its signal has aborted, whatever comes of it', async () => {
    const end = new AbortController();
    const result = unlessAborted(never(), end.signal);
    end.abort();
    assert.equal(await result, undefined);
    assert.equal(await unlessAborted(never(), end.signal), undefined);
  });

  test('rejects with its failure, or has no answer', async () => {
    const { signal } = new AbortController();
    const fail = async () => Promise.reject(new Error('no'));
    await assert.rejects(unlessAborted(fail(), signal), { message: 'no' });
    assert.equal(await answerUnlessAborted(fail(), signal), undefined);
  });
});

test('a limit aborts after its time, or with the signal that it is put on', async (t) => {
  const time = mockedTime(t);
  const early = new AbortController();
  const [one, other] = [
    withLimit(1000, early.signal),
    withLimit(1000, new AbortController().signal),
  ];
  early.abort();
  assert.deepEqual([one.aborted, other.aborted], [true, false]);
  await time.pass(1000);
  assert.equal(other.aborted, true);
});

test('a limit may be any time: a deadline is seldom a whole number of milliseconds', () => {
  const { signal } = new AbortController();
  assert.equal(withLimit(315_658.1794805294, signal).aborted, false);
});
