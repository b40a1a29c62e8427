import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf } from '../../../source/core/plan/plan.ts';
import type { Event } from '../../../source/core/profile/event.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import { initialState, type ProfileState, type State } from '../../../source/core/profile/state.ts';
import { frozen } from '../../helpers/profiles/freeze.ts';
import {
  calibrationWith,
  crash,
  finished,
  machineWith,
  passOf,
  planWith,
} from '../../helpers/profiles/profiles.ts';

const plan = planWith();
const pass = passOf(plan, 'local');
const startedAt = '2026-11-23T10:00:00.000Z';
const sample = [{ share: 0.5, tasks: 2, cpu: 1 }];

const opening: ProfileState = {
  plan,
  startedAt,
  began: 70,
  under: { machine: machineWith() },
  activity: { type: 'opening' },
  coldStart: {},
  passes: [],
  repeated: [],
};

const idle: State = frozen({ ...initialState, machine: machineWith() });
const profiling = (given: Partial<ProfileState> = {}): State =>
  frozen({ ...idle, profile: { ...opening, ...given } });

const planned = caseOf(plan, pass);
const running = { type: 'running', pass, case: planned, since: 90, workers: [] } as const;

test('a session begins with nothing', () => {
  assert.deepEqual(initialState, {
    load: [],
    loadHistory: [],
    calibrations: {},
    uncalibrated: [],
  });
});

test('the machine is the one detected last', () => {
  const machine = machineWith({ cpus: 2 });
  assert.deepEqual(reduce(idle, { type: 'machine-detected', machine, at: 1 }), {
    ...idle,
    machine,
  });
});

test('the load is the one sampled last', () => {
  const before = { ...idle, load: [{ cpu: 0, busy: 1 }] };
  const load = [{ cpu: 1, busy: 0.5, steal: 0.1 }];
  assert.deepEqual(reduce(before, { type: 'load-sampled', load, at: 1 }), {
    ...idle,
    load,
    loadHistory: [{ at: 1, load }],
  });
});

test('the load of the last minute is kept, and of a profile what came since the last sample before it', () => {
  const sampled = (at: number) =>
    ({ type: 'load-sampled', load: [{ cpu: 0, busy: 0 }], at }) as const;
  const times = ({ loadHistory }: State) => loadHistory.map(({ at }) => at);
  const before = [0, 30_000, 60_000, 60_500].map(sampled).reduce(reduce, idle);
  assert.deepEqual(times(before), [30_000, 60_000, 60_500]);
  const started = reduce(before, { type: 'profile-started', plan, startedAt, at: 60_600 });
  assert.deepEqual(times(started), [60_500]);
  assert.deepEqual(times(reduce(started, sampled(61_000))), [60_500, 61_000]);
});

test('a calibration joins those of other workloads and replaces that of its own', () => {
  const before: State = { ...idle, calibrations: { list: calibrationWith() } };
  const pair = calibrationWith({ workload: 'pair', a: 7 });
  const list = calibrationWith({ a: 9 });
  const after = [pair, list].reduce(
    (state, calibration) => reduce(state, { type: 'calibrated', calibration, at: 1 }),
    before,
  );
  assert.deepEqual(after, { ...idle, calibrations: { list, pair } });
});

test('a workload whose calibration failed is known as such until it is calibrated', () => {
  const failed = (['list', 'pair', 'list'] as const).reduce(
    (state, workload) => reduce(state, { type: 'calibration-failed', workload, at: 1 }),
    idle,
  );
  assert.deepEqual(failed.uncalibrated, ['pair', 'list']);
  const calibration = calibrationWith();
  const after = reduce(failed, { type: 'calibrated', calibration, at: 2 });
  assert.deepEqual(after.uncalibrated, ['pair']);
});

test('a profile starts from nothing, whatever ran before', () => {
  const before = profiling({
    activity: { type: 'ended', at: 60, interrupted: true },
    coldStart: { pool: 3 },
    passes: [{ pass, outcome: { status: 'cancelled' } }],
  });
  assert.deepEqual(reduce(before, { type: 'profile-started', plan, startedAt, at: 70 }), {
    ...idle,
    profile: opening,
  });
});

test('warming up says which case and since when', () => {
  assert.deepEqual(reduce(profiling(), { type: 'warm-up-started', case: 'pool', at: 75 }), {
    ...idle,
    profile: { ...opening, activity: { type: 'warming-up', case: 'pool', since: 75 } },
  });
});

test('warming up again during a pass leaves the pass running', () => {
  const before = profiling({ activity: running });
  assert.deepEqual(reduce(before, { type: 'warm-up-started', case: 'pool', at: 95 }), before);
});

test('cold starts are kept by case', () => {
  const before = profiling({ coldStart: { local: 3 } });
  assert.deepEqual(reduce(before, { type: 'case-warmed', case: 'pool', coldStart: 41, at: 80 }), {
    ...idle,
    profile: { ...opening, coldStart: { local: 3, pool: 41 } },
  });
});

test('a pass starts without samples', () => {
  assert.deepEqual(reduce(profiling(), { type: 'pass-started', pass, at: 90 }), {
    ...idle,
    profile: { ...opening, activity: running },
  });
});

test('the workers are those sampled last', () => {
  const before = profiling({ activity: { ...running, workers: [{ share: 0.1, tasks: 0 }] } });
  assert.deepEqual(reduce(before, { type: 'workers-sampled', workers: sample, at: 95 }), {
    ...idle,
    profile: {
      ...opening,
      activity: { ...running, workers: sample, history: [{ at: 95, workers: sample }] },
    },
  });
});

test('a late sample does not bring an ended pass back', () => {
  const before = profiling({ activity: { type: 'ended', at: 99, interrupted: false } });
  assert.deepEqual(reduce(before, { type: 'workers-sampled', workers: sample, at: 100 }), before);
});

test('ended passes are kept in their order, however they ended', () => {
  const outcomes = [
    finished(caseOf(plan, pass), 40),
    { status: 'failed', failure: crash },
    { status: 'cancelled' },
  ] as const;
  const after = outcomes.reduce<State>(
    (state, outcome) => reduce(frozen(state), { type: 'pass-finished', pass, outcome, at: 99 }),
    profiling({ activity: running }),
  );
  assert.deepEqual(
    after.profile?.passes,
    outcomes.map((outcome) => ({ pass, outcome, ran: { from: 90, to: 99 } })),
  );
  assert.deepEqual(after.profile.activity, running);
});

test('a pass that failed before it began ran at no time', () => {
  const outcome = { status: 'failed', failure: crash } as const;
  const after = reduce(profiling(), { type: 'pass-finished', pass, outcome, at: 99 });
  assert.deepEqual(after.profile?.passes, [{ pass, outcome }]);
});

for (const interrupted of [false, true]) {
  test(`a profile that was ${interrupted ? '' : 'not '}interrupted says so when it ends`, () => {
    assert.deepEqual(reduce(profiling(), { type: 'profile-finished', interrupted, at: 200 }), {
      ...idle,
      profile: { ...opening, activity: { type: 'ended', at: 200, interrupted } },
    });
  });
}

const eventsOfProfile: readonly Event[] = [
  { type: 'warm-up-started', case: 'pool', at: 1 },
  { type: 'case-warmed', case: 'pool', coldStart: 1, at: 1 },
  { type: 'pass-started', pass, at: 1 },
  { type: 'workers-sampled', workers: sample, at: 1 },
  { type: 'pass-finished', pass, outcome: { status: 'cancelled' }, at: 1 },
  { type: 'profile-finished', interrupted: false, at: 1 },
];

for (const event of eventsOfProfile) {
  test(`${event.type} without a profile changes nothing`, () => {
    assert.equal(reduce(idle, event), idle);
  });
}

test('folding changes neither state nor event', () => {
  const events = frozen<readonly Event[]>([
    { type: 'machine-detected', machine: machineWith(), at: 0 },
    { type: 'calibrated', calibration: calibrationWith(), at: 0 },
    { type: 'profile-started', plan, startedAt, at: 0 },
    ...eventsOfProfile,
    { type: 'load-sampled', load: [], at: 2 },
  ]);
  const states = events.reduce<readonly State[]>(
    (all, event) => [...all, reduce(frozen(all.at(-1)!), event)],
    [initialState],
  );
  assert.equal(states.at(-1)?.profile?.passes.length, 1);
  assert.equal(states[3]?.profile?.passes.length, 0);
});

test('a pass that was stopped is noted and not counted among the ended ones', () => {
  const after = reduce(profiling({ activity: running }), { at: 95, type: 'pass-repeated', pass });
  assert.deepEqual(after.profile?.repeated, [pass]);
  assert.deepEqual(after.profile?.passes, []);
});
