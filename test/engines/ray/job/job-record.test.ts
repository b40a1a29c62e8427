import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DriverEvent } from '../../../../source/engines/ray/driver/driver-event.ts';
import { durationsOf, type TimedEvent } from '../../../../source/engines/ray/job/job-record.ts';
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
  const { wall, ...parts } = durationsOf(linesAfter(300), times);
  assert.equal(wall, 1850);
  assert.deepEqual(parts, {
    submit: 100,
    // The last line took 50, so the first one was written at 1050, and its imports began at 650.
    pending: 550,
    driverStart: 600,
    warmUp: 100,
    span: 500,
    rest: 0,
  });
  assert.equal(
    Object.values(parts).reduce((sum, part) => sum + part, 0),
    wall,
  );
});

test('a last line that comes late is no reason to put the first one off', () => {
  const [hello, ...rest] = linesAfter(0);
  const late = rest.map((one) => ({ ...one, at: one.at + 500 }));
  assert.equal(durationsOf([hello!, ...late], times).pending, 500);
});
