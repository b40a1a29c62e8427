import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faster, patient, type Timing } from '../../source/core/timing.ts';
import { madeUpTime } from '../../source/core/made-up-time.ts';

/** A log of actions, with the time on that clock. */
function logged(timing: Timing) {
  const log: string[] = [];
  const note = (what: string) => void log.push(`${what} at ${timing.now()}`);
  return { log, note, after: (time: number, what: string) => timing.after(time, () => note(what)) };
}

/** A clock that does not wait for its timers, which are late by `by`. */
function late(by: number) {
  const world = madeUpTime();
  return { ...world, after: (time: number, act: () => void) => world.after(time + by, act) };
}

test('on a faster clock timers go off sooner', () => {
  const world = madeUpTime();
  const { log, after } = logged(faster(world, 4));
  after(100, 'this');
  world.pass(24);
  assert.deepEqual(log, []);
  world.pass(1);
  assert.deepEqual(log, ['this at 100']);
});

for (const by of [0, 7, 2000, -0.5]) {
  test(`on a patient clock everything happens in order and when it is due, with timers ${by} ms late`, () => {
    const world = late(by);
    const timing = patient(world);
    const { log, note, after } = logged(timing);
    after(30, 'third');
    after(10, 'first');
    after(30, 'fourth');
    after(50, 'never')();
    timing.after(20, () => {
      note('second');
      after(10, 'fifth');
      after(0, 'at once');
      after(25, 'sixth');
    });
    world.pass(60_000);
    assert.deepEqual(log, [
      'first at 10',
      'second at 20',
      'at once at 20',
      'third at 30',
      'fourth at 30',
      'fifth at 30',
      'sixth at 45',
    ]);
  });
}

test('a patient clock stands still at a late timer, also if that is cancelled', () => {
  const world = late(1000);
  const timing = patient(world);
  const callOff = timing.after(100, () => assert.fail());
  world.pass(60);
  assert.equal(timing.now(), 60);
  world.pass(500);
  assert.equal(timing.now(), 100);
  callOff();
  assert.equal(timing.now(), 100);
  world.pass(40);
  assert.equal(timing.now(), 140);
});
