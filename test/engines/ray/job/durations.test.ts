import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { DriverEvent } from '../../../../source/engines/ray/driver/driver-event.ts';
import { durationsOf } from '../../../../source/engines/ray/job/durations.ts';
import type { TimedEvent } from '../../../../source/engines/ray/job/job-record.ts';
import { said } from '../../../helpers/ray/fake-ray-jobs.ts';

/** Events on the driver's clock, which is a second ahead of ours, and when they arrived on ours after some lag. */
const timedEvents = (
  ...events: readonly (readonly [said: object, ts: number, lag: number])[]
): readonly TimedEvent[] =>
  events.map(([one, ts, lag], index) => ({
    event: { seq: index + 1, ts, ...one } as DriverEvent,
    at: ts - 1000 + lag,
  }));

const times = { posted: 0, answered: 100 };

const linesAfter = (lag: number) =>
  timedEvents(
    [said.hello, 2000, lag],
    [said.cluster, 2200, lag],
    [said.submitted(1), 2300, 50],
    [said.started(0), 2300, 50],
    [said.result(0, 2300, 2800), 2800, 50],
    [said.serial, 3000, 50],
    [said.end('ok'), 3000, 50],
  );

test('a first line that comes late makes no part longer: they add up to the wall', () => {
  const { wall, lag, ...parts } = durationsOf(linesAfter(300), times);
  assert.equal(wall, 1850);
  assert.equal(lag, 0);
  assert.deepEqual(parts, {
    submit: 100,
    // The last line took 50, so the first one was written at 1050, and its imports began at 650.
    pending: 550,
    driverStart: 600,
    queued: 0,
    warmUp: 100,
    span: 500,
    rest: 0,
  });
  assert.equal(
    Object.values(parts).reduce((sum, part) => sum + part, 0),
    wall,
  );
});

test('lines that come late make nothing of the driver longer: how late is the lag', () => {
  const [hello, ...rest] = linesAfter(0);
  const late = rest.map((one) => ({ ...one, at: one.at + 500 }));
  const onTime = durationsOf(linesAfter(0), times);
  const { lag, ...parts } = durationsOf([hello!, ...late], times);
  assert.equal(lag, 550);
  assert.deepEqual({ ...parts, lag: onTime.lag }, onTime);
  assert.equal(parts.pending, 500);
  assert.equal(parts.wall, 1800);
});

/** A job that asks for CPUs at 2200, and whose only task begins to compute at `start`. */
const queuedJob = (given: { warm?: object; submitted: number; started?: object; start: number }) =>
  durationsOf(
    timedEvents(
      [said.hello, 2000, 0],
      [{ ...said.cluster, free: 0 }, 2200, 0],
      [{ ...said.warm, ...given.warm }, given.submitted, 0],
      [said.submitted(1), given.submitted, 0],
      [{ ...said.started(0), ...given.started }, given.start, 0],
      [said.result(0, given.start, given.start + 500), given.start + 500, 0],
      [said.end('ok'), given.start + 500, 0],
    ),
    times,
  );

const sumOf = ({ wall: _wall, lag: _lag, ...parts }: ReturnType<typeof queuedJob>) =>
  Object.values(parts).reduce((sum, part) => sum + part, 0);

suite('queueing', () => {
  test('is what the warm-up waited for its CPUs; starting its workers is not', () => {
    const job = queuedJob({ warm: { queueMs: 8000 }, submitted: 11_200, start: 11_250 });
    assert.deepEqual([job.queued, job.warmUp], [8050, 1000]);
    assert.equal(sumOf(job), job.wall);
  });

  test('goes on after a warm-up that gave up, until the first task has its CPU', () => {
    const job = queuedJob({
      warm: { ready: 0, queueMs: 15_000, free: 0 },
      submitted: 17_200,
      // Its worker started for 900 of the 5900 that it waited.
      started: { queueMs: 5900, ageMs: 900 },
      start: 23_100,
    });
    assert.deepEqual([job.queued, job.warmUp], [20_000, 900]);
    assert.equal(sumOf(job), job.wall);
  });

  test('is all of the wait for a worker that was there before', () => {
    const job = queuedJob({
      submitted: 2300,
      started: { queueMs: 5000, ageMs: 60_000 },
      start: 7300,
    });
    assert.deepEqual([job.queued, job.warmUp], [5000, 100]);
  });
});

test('the lag is never negative, although sums with a time of day are rounded', () => {
  const [hello, ...rest] = linesAfter(0);
  const end = rest.at(-1);
  for (let at = 20_000; at < 20_010; at += 0.013) {
    const timeOfDay = 1.796e12 + at;
    const last = { at, event: { ...end?.event, ts: timeOfDay } };
    const first = { at: at - 9000, event: { ...hello!.event, ts: timeOfDay - 10_000 } };
    const { lag } = durationsOf([first, last], times);
    assert.ok(lag >= 0, `${lag}`);
  }
});
