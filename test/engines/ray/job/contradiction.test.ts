import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { contradictionIn } from '../../../../source/engines/ray/job/contradiction.ts';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import { driverLines, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { done, opening, startJob } from './start-job.ts';
import { assertReadable } from './readable-failure.ts';

const times = { posted: 0, answered: 50 };

/** What contradicts itself in these lines, which came one each 300 ms. */
const found = (...lines: readonly (readonly [event: object, ts?: number])[]) => {
  const line = driverLines('n');
  const log = lines.map(([event, ts]) => line(event, ts)).join('');
  const events = openLogReader('n')
    .read(log)
    .map((event, index) => ({ event, at: 300 * (index + 1) }));
  return contradictionIn(events, { tasks: 2, times });
};

const good = done.map((event) => [event] as const);

suite('the events of a finished job', () => {
  test('agree with each other and with our clock', () => {
    assert.equal(found(...good), undefined);
  });

  test('contradict each other where the driver’s clock goes back', () => {
    assert.match(found(...good, [said.serial, 5])!, /^serial comes before the event before it$/);
  });

  test('contradict our clock where the driver ran for longer than it was waited for', () => {
    assert.match(found(...good, [said.serial, 5e6])!, /^it ran for \d+ ms$/);
  });

  test('contradict themselves where a task ran before the driver began, or after it told so', () => {
    const early = said.result(1, 900_000, 1_000_100);
    assert.match(found(...good, [early])!, /^task 1 ran from 900000 to 1000100$/);
    assert.match(found(...good, [said.result(1, 1_000_000, 1_200_000)])!, /to 1200000$/);
  });

  test('contradict the plan where there is a task too many', () => {
    assert.equal(found(...good, [said.result(2)]), 'a result of task 2, of 2');
  });
});

test('a job that contradicts itself fails, and is named', async (t) => {
  const job = startJob(t);
  await job.start();
  job.say(...done.slice(0, -1), said.result(7), said.end('ok'));
  job.jobs.state = { status: 'SUCCEEDED' };
  await job.pass(1000);
  const failure = await job.failure();
  assertReadable(failure);
  assert.equal(failure.code, 'ray-impossible');
});

test('a job whose driver tells a number that cannot be is stopped at once', async (t) => {
  const job = startJob(t);
  job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
  await job.start();
  job.say(...opening, { ...said.started(0), queueMs: -1 });
  await job.pass(1000);
  const failure = await job.failure();
  assertReadable(failure);
  assert.equal(failure.code, 'ray-impossible');
  assert.match(failure.message, /queueMs of started is -1\.$/);
  assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
});
