import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Event } from '../../../source/core/profile/event.ts';
import type { Recording } from '../../../source/core/recording/recording.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import { initialState, type State } from '../../../source/core/profile/state.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import { realTiming } from '../../../source/session/real-timing.ts';
import { openReplay, type ReplayRequest } from '../../../source/session/replay/replay.ts';
import { handClock } from '../../helpers/profiles/fake-engine.ts';
import { machineWith, passOf, planWith } from '../../helpers/profiles/profiles.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { randomRun } from '../../helpers/profiles/runs.ts';

const plan = planWith();
const pass = passOf(plan, 'local');
const began = 4321.5;

/** A profile with one pass of a minute, sampled all the time. It began in the middle of a session. */
function minute(): Recording {
  const sampled = Array.from({ length: 239 }, (_, index): Event => {
    const at = began + (index + 1) * 250.25;
    return index % 3 === 0
      ? { type: 'load-sampled', load: [{ cpu: 0, busy: 0.5 }], at }
      : { type: 'workers-sampled', workers: [{ share: index / 239, tasks: index }], at };
  });
  return {
    scene: [{ type: 'machine-detected', machine: machineWith(), at: 2 }],
    events: [
      { type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z', at: began },
      { type: 'pass-started', pass, at: began + 1 },
      ...sampled,
      { type: 'pass-finished', pass, outcome: { status: 'cancelled' }, at: began + 59_900 },
      { type: 'profile-finished', interrupted: false, at: began + 60_000 },
    ],
  };
}

/** A recording with events at these times, some of which are samples of the load only. */
const quiet = (...times: readonly (readonly [at: Milliseconds, load?: 'load'])[]): Recording => ({
  scene: [],
  events: [
    { type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z', at: 0 },
    ...times.map(([at, load]): Event =>
      load
        ? { type: 'load-sampled', load: [{ cpu: at, busy: 1 }], at }
        : { type: 'warm-up-started', case: 'local', at },
    ),
  ],
});

/** A replay whose clock is moved by hand, a millisecond at a time. */
function played(t: TestContext, request: Omit<ReplayRequest, 'version' | 'timing'>) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = handClock();
  const replay = openReplay({
    version: '1.2.3',
    timing: { ...realTiming, now: clock.now },
    ...request,
  });
  let told = 0;
  replay.subscribe(() => void told++);
  t.after(replay.close);
  return {
    replay,
    told: () => told,
    pass: (time: Milliseconds) => {
      for (let passed = 0; passed < time; passed++) {
        clock.advance(1);
        t.mock.timers.tick(1);
      }
    },
  };
}

/** The state at a time of the recording. */
const stateAt = ({ scene, events }: Recording, time: Milliseconds): State =>
  [...scene, ...events.filter(({ at }) => at <= time)].reduce(reduce, initialState);

test('a minute at 20 times its speed takes 3 s, and wakes up once an event at most', (t) => {
  const recording = minute();
  const { replay, told, pass } = played(t, { recording, speed: 20 });
  pass(2999);
  assert.equal(replay.playback.status().state, 'playing');
  assert.notEqual(replay.state().profile?.activity.type, 'ended');
  pass(1);
  assert.equal(replay.playback.status().state, 'ended');
  assert.deepEqual(replay.state(), stateAt(recording, Number.POSITIVE_INFINITY));
  assert.equal(told(), recording.events.length - 1);
  pass(5000);
  assert.equal(told(), recording.events.length - 1);
});

test('it begins with what had happened before, and at the time when the profile began', (t) => {
  const recording = minute();
  const { replay } = played(t, { recording });
  assert.equal(replay.now(), began);
  assert.deepEqual(replay.state(), stateAt(recording, began));
  assert.deepEqual(replay.state().machine, machineWith());
});

test('whenever it is looked at, it shows what there was at the time that its clock shows', (t) => {
  const random = seeded(11);
  for (let seed = 0; seed < 12; seed++) {
    const { recording } = randomRun(seed);
    t.mock.timers.reset();
    const speed = 0.25 + random() * 8;
    const idleLimit = random() < 0.5 ? 20 + random() * 200 : Number.POSITIVE_INFINITY;
    const { replay, pass } = played(t, { recording, speed, idleLimit });
    for (let looks = 0; looks < 60; looks++) {
      const how = random();
      if (how < 0.6) {
        pass(Math.floor(random() * 40));
      } else if (how < 0.9) {
        replay.playback.seek((random() - 0.5) * 2000);
      } else {
        replay.playback.toggle();
      }

      assert.deepEqual(replay.state(), stateAt(recording, replay.now()), `seed ${seed}`);
    }
  }
});

test('listeners are told of every event as it was, also of several that have come in a millisecond', (t) => {
  const recording = minute();
  const { replay, pass } = played(t, { recording, speed: 7 });
  const times: number[] = [];
  replay.subscribe(() => {
    times.push(replay.now());
    assert.deepEqual(replay.state(), stateAt(recording, replay.now()));
  });
  pass(9000);
  assert.deepEqual(
    times,
    recording.events.slice(1).map(({ at }) => at),
  );
});

test('a timer that is late passes over nothing', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = handClock();
  const recording = quiet([10], [20], [20], [30], [600]);
  const replay = openReplay({
    recording,
    version: '1.2.3',
    timing: { ...realTiming, now: clock.now },
  });
  t.after(replay.close);
  const times: number[] = [];
  replay.subscribe(() => times.push(replay.now()));
  clock.advance(500);
  assert.equal(replay.now(), 10, 'it does not pass an event that nobody was told of');
  t.mock.timers.tick(10);
  assert.deepEqual(times, [10, 20, 30]);
  assert.equal(replay.now(), 500);
  clock.advance(100);
  t.mock.timers.tick(100);
  assert.deepEqual(times, [10, 20, 30, 600]);
});

test('a listener may start it over, however late the timer was: all of it is told again', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = handClock();
  const recording = quiet([10], [20], [30], [40]);
  const replay = openReplay({
    recording,
    version: '1.2.3',
    timing: { ...realTiming, now: clock.now },
  });
  t.after(replay.close);
  const times: number[] = [];
  replay.subscribe(() => {
    times.push(replay.now());
    if (times.length === 2) {
      replay.playback.restart();
    }
  });
  clock.advance(35);
  t.mock.timers.tick(10);
  for (let passed = 0; passed < 40; passed++) {
    clock.advance(1);
    t.mock.timers.tick(1);
  }

  assert.deepEqual(times, [10, 20, 0, 10, 20, 30, 40]);
});

test('a timer that is early wakes nobody twice', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = handClock();
  const recording = quiet([10], [20]);
  const replay = openReplay({
    recording,
    version: '1.2.3',
    timing: { ...realTiming, now: clock.now },
  });
  const times: number[] = [];
  replay.subscribe(() => times.push(replay.now()));
  clock.advance(9.25);
  t.mock.timers.tick(10);
  clock.advance(10);
  t.mock.timers.tick(11);
  assert.deepEqual(times, [10, 20]);
});

test('while the program is stopped its time does not go on, and no event is passed over', (t) => {
  const recording = minute();
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = handClock();
  const replay = openReplay({
    recording,
    version: '1.2.3',
    speed: 20,
    timing: { ...realTiming, now: clock.now },
  });
  t.after(replay.close);
  const seen: number[] = [];
  replay.subscribe(() => void seen.push(replay.now()));
  const first = recording.events[1]!.at;
  // As after Ctrl+Z: the clock goes on, but no timer fires.
  clock.advance(30_000);
  assert.equal(replay.now(), first);
  assert.deepEqual(replay.state(), stateAt(recording, first));
  t.mock.timers.tick(1);
  assert.deepEqual(seen, [first]);
  for (let passed = 0; passed < 30; passed++) {
    clock.advance(1);
    t.mock.timers.tick(1);
  }

  assert.equal(seen.length, recording.events.filter(({ at }) => at <= first + 600).length - 1);
  assert.equal(replay.now(), first + 600);
});

test('paused it stands still, and then goes on from there', (t) => {
  const { replay, told, pass } = played(t, { recording: minute() });
  pass(1000);
  replay.playback.toggle();
  const { now, state } = { now: replay.now(), state: replay.state() };
  const before = told();
  pass(10_000);
  assert.equal(replay.playback.status().state, 'paused');
  assert.deepEqual([replay.now(), replay.state(), told()], [now, state, before]);
  replay.playback.toggle();
  pass(1000);
  assert.equal(replay.now(), began + 2000);
});

test('it can be moved forward and back, playing or paused, and not beyond its ends', (t) => {
  const recording = minute();
  const { replay, told, pass } = played(t, { recording, speed: 4 });
  const { seek, toggle, status } = replay.playback;
  seek(5000);
  assert.equal(told(), 1);
  assert.equal(replay.now(), began + 5000);
  assert.deepEqual(replay.state(), stateAt(recording, began + 5000));
  pass(250);
  seek(-5000);
  assert.equal(replay.now(), began + 1000);
  pass(100);
  assert.equal(replay.now(), began + 1400);
  seek(-5000);
  assert.equal(replay.now(), began);
  assert.equal(status().state, 'playing');
  toggle();
  seek(70_000);
  assert.deepEqual(status(), { state: 'ended', position: 60_000, length: 60_000, speed: 4 });
  seek(-10_000);
  assert.equal(status().state, 'paused');
  assert.deepEqual(replay.state(), stateAt(recording, began + 50_000));
});

test('from its end it goes on when it is moved back; there is nothing to pause there', (t) => {
  const { replay, pass } = played(t, { recording: minute(), speed: 100 });
  const { seek, toggle, status } = replay.playback;
  pass(600);
  toggle();
  assert.equal(status().state, 'ended');
  seek(-5000);
  assert.equal(status().state, 'playing');
  pass(50);
  assert.equal(status().state, 'ended');
});

test('it can be played again from its beginning, also when it was paused', async (t) => {
  const recording = minute();
  const { replay, pass } = played(t, { recording });
  const ways = [async () => replay.playback.restart(), async () => replay.start(plan)];
  for (const again of ways) {
    pass(500);
    replay.playback.toggle();
    await again();
    assert.equal(replay.now(), began);
    assert.deepEqual(replay.state(), stateAt(recording, began));
    assert.equal(replay.playback.status().state, 'playing');
  }
});

test('while nothing but the load is told no more than the limit passes, and the clock goes faster', (t) => {
  const recording = quiet([100], [400, 'load'], [5000, 'load'], [10_100], [10_300]);
  const { replay, pass } = played(t, { recording, idleLimit: 1000 });
  assert.equal(replay.playback.status().length, 1300);
  pass(100);
  assert.equal(replay.now(), 100);
  pass(500);
  assert.equal(replay.now(), 5100);
  assert.equal(replay.state().load[0]?.cpu, 5000);
  pass(500);
  assert.equal(replay.now(), 10_100);
  pass(200);
  assert.equal(replay.now(), 10_300);
  replay.playback.seek(-700);
  assert.equal(replay.now(), 5100);
});

test('a step back in a long recording shows what there was', (t) => {
  const times = Array.from({ length: 20_000 }, (_, index) => [index + 1, 'load'] as const);
  const recording = quiet(...times);
  const { replay } = played(t, { recording });
  for (const by of [15_000, -1, -14_000, 3000, -5000, 20_000, -11_808, 1]) {
    replay.playback.seek(by);
    assert.deepEqual(replay.state(), stateAt(recording, replay.now()));
  }
});

test('events that are weeks apart are waited for without hurry', (t) => {
  const week = 7 * 24 * 3_600_000;
  const { replay, told } = played(t, { recording: quiet([10 * week]) });
  t.mock.timers.tick(1000);
  assert.equal(told(), 0);
  assert.equal(replay.now(), 0);
});

test('nothing is asked, measured, started or cancelled', async (t) => {
  const recording = minute();
  const { replay, pass } = played(t, { recording });
  pass(300);
  const before = [replay.now(), replay.state()];
  await replay.calibrate('list');
  await replay.reach({ at: 'http://10.0.0.1:8265', from: 'a test' });
  replay.drawing()();
  replay.cancel();
  assert.deepEqual([replay.now(), replay.state()], before);
  assert.equal(replay.version, '1.2.3');
});

test('closed, or without listeners, it wakes nobody', async (t) => {
  const { replay, told, pass } = played(t, { recording: minute() });
  let others = 0;
  const leave = replay.subscribe(() => void others++);
  pass(300);
  leave();
  pass(300);
  assert.equal(others, 2);
  const before = told();
  await replay.close();
  pass(60_000);
  assert.equal(told(), before);
});

test('it steps to where a pass begins or ends, and stands there', (t) => {
  const recording = minute();
  const { replay, pass: play } = played(t, { recording });
  const { step, status } = replay.playback;
  play(500);
  step(1);
  assert.deepEqual(status(), { state: 'paused', position: 59_900, length: 60_000, speed: 1 });
  assert.deepEqual(replay.state(), stateAt(recording, began + 59_900));
  play(500);
  assert.equal(status().position, 59_900);
  step(1);
  assert.equal(status().state, 'ended');
  step(1);
  assert.equal(status().position, 60_000);
  const positions = [-1, -1, -1, -1].map((direction) => {
    step(direction === 1 ? 1 : -1);
    return status().position;
  });
  assert.deepEqual(positions, [59_900, 1, 0, 0]);
});

test('its speed is changed on the way, and it goes on from where it is', (t) => {
  const { replay, pass: play } = played(t, { recording: minute() });
  const { changeSpeed, status, toggle } = replay.playback;
  play(1000);
  changeSpeed(1);
  assert.equal(status().position, 1000);
  play(1000);
  assert.equal(status().position, 3000);
  changeSpeed(-1);
  changeSpeed(-1);
  assert.equal(status().speed, 0.5);
  play(1000);
  assert.equal(status().position, 3500);
  toggle();
  changeSpeed(1);
  assert.deepEqual(status(), { state: 'paused', position: 3500, length: 60_000, speed: 1 });
});

test('a speed has its limits, and one between two steps goes to the nearest in its direction', (t) => {
  const speedAfter = (speed: number, direction: 1 | -1) => {
    t.mock.timers.reset();
    const { replay } = played(t, { recording: minute(), speed });
    replay.playback.changeSpeed(direction);
    return replay.playback.status().speed;
  };
  assert.equal(speedAfter(3, 1), 5);
  assert.equal(speedAfter(3, -1), 2);
  assert.equal(speedAfter(1000, 1), 1000);
  assert.equal(speedAfter(0.1, -1), 0.1);
});
