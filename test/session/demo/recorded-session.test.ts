import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { batchOf } from '../../../source/core/plan/plan.ts';
import { EngineError } from '../../../source/core/failure.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import { initialState } from '../../../source/core/profile/state.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import { openRecordedSession } from '../../../source/session/demo/recorded-session.ts';
import { demoSettings, tinySize } from '../../../source/session/demo/script.ts';
import { runToEnd } from '../../helpers/session/run-to-end.ts';
import { demoRecordings } from '../../helpers/session/demo-recordings.ts';
import { madeUpTime } from '../../../source/core/made-up-time.ts';

/** A recorded session in a made-up time. Passing time also lets pending promises settle. */
function recorded() {
  const timing = madeUpTime();
  const recordings = demoRecordings();
  const session = openRecordedSession({ recordings, version: '1.2.3', timing });
  const pass = async (time: Milliseconds) => {
    await setImmediate();
    timing.pass(time);
    await setImmediate();
  };
  return { session, recordings, pass };
}

const tiny = { ...demoSettings, size: tinySize };

test('the machine and its calibration come when they came', async () => {
  const { session, pass } = recorded();
  await pass(400);
  assert.equal(session.state().machine?.cpu, 'AMD EPYC');
  assert.deepEqual(session.state().calibrations, {});
  await pass(100);
  assert.deepEqual(Object.keys(session.state().calibrations), ['list']);
});

test('a run can be started once it is calibrated, while the load before it goes on', async () => {
  const timing = madeUpTime();
  const [first, tiny] = demoRecordings();
  const later = { type: 'load-sampled', load: [{ cpu: 0, busy: 0.5 }], at: 900 } as const;
  const session = openRecordedSession({
    recordings: [{ ...first, scene: [...first.scene, later] }, tiny],
    version: '1.2.3',
    timing,
  });
  timing.pass(500);
  await session.calibrate('list');
  timing.pass(400);
  assert.deepEqual(session.state().load, later.load);
  await session.run(demoSettings);
  assert.equal(session.state().profile?.plan, first.events[0].plan);
});

test('auto has as many tasks as the run that was recorded with it', async () => {
  const timing = madeUpTime();
  const [first, tiny] = demoRecordings();
  const [started, ...others] = first.events;
  const { plan } = started;
  const events = [
    { ...started, plan: { ...plan, cases: plan.cases.map((one) => ({ ...one, tasks: 7 })) } },
    ...others,
  ] as const;
  const recordings = [{ ...first, events }, tiny] as const;
  const session = openRecordedSession({ recordings, version: '1.2.3', timing });
  timing.pass(900);
  await session.run(demoSettings);
  assert.equal(session.state().profile?.plan, events[0].plan);
  await assert.rejects(session.run({ ...demoSettings, tasks: 7 }), EngineError);
});

test('a run is played as it was, to the state that it ended in, at the time that its clock showed', async () => {
  const { session, recordings, pass } = recorded();
  const [{ scene, events }] = recordings;
  await pass(5000);
  let over = false;
  void runToEnd(session, demoSettings).then(() => (over = true));
  await setImmediate();
  assert.equal(session.state().profile?.plan, events[0].plan);
  await pass(3000);
  assert.equal(session.now(), events[0].at + 3000);
  assert.deepEqual(
    session.state(),
    [...scene, ...events.filter(({ at }) => at <= session.now())].reduce(reduce, initialState),
  );
  await pass(20_000);
  assert.deepEqual(session.state(), [...scene, ...events].reduce(reduce, initialState));
  assert.ok(over);
});

test('between two runs the load goes on as it did, and then the next one can be started', async () => {
  const { session, pass } = recorded();
  await pass(500);
  void runToEnd(session, demoSettings);
  await pass(17_005);
  assert.equal(session.state().profile?.activity.type, 'ended');
  assert.deepEqual(session.state().load, []);
  await pass(3000);
  assert.deepEqual(session.state().load, [{ cpu: 0, busy: 0.25 }]);
  void runToEnd(session, tiny);
  await pass(10_000);
  const { plan, activity } = session.state().profile!;
  assert.deepEqual([batchOf(plan).size, activity.type], [tinySize, 'ended']);
});

test('what was not recorded is refused with what there is, and nothing is measured or asked', async () => {
  const { session, pass } = recorded();
  await pass(500);
  for (const [doing, sentence] of [
    [
      session.run({ ...demoSettings, size: 70_000 }),
      'This demo is recorded: only its runs of 50,000 and 1,000 terms can be started, as they were set up.',
    ],
    [session.calibrate('pair'), 'This demo is recorded and does not include pair.'],
  ] as const) {
    await assert.rejects(doing, (error) => {
      assert.ok(error instanceof EngineError);
      assert.equal(error.failure.message, sentence);
      return true;
    });
  }

  assert.deepEqual(session.state().uncalibrated, ['pair']);
  await session.reach(demoSettings.ray);
  assert.equal(session.state().cluster?.status, 'missed');
  assert.equal(session.history, undefined);
});

test('a run that is cancelled keeps what had finished', async () => {
  const { session, pass } = recorded();
  await pass(500);
  let over = false;
  void runToEnd(session, demoSettings).then(() => (over = true));
  await pass(4000);
  session.cancel();
  await pass(60_000);
  const { passes, activity } = session.state().profile!;
  assert.deepEqual(
    passes.map(({ outcome }) => outcome.status),
    ['finished', 'cancelled'],
  );
  assert.ok(activity.type === 'ended' && activity.interrupted);
  assert.ok(over);
});

test('closed, it tells nothing any more', async () => {
  const { session, pass } = recorded();
  await pass(100);
  await session.close();
  await pass(60_000);
  assert.deepEqual(session.state().calibrations, {});
});
