import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  circumstancesOf,
  finishedPasses,
  initialState,
  wallsOf,
} from '../../../source/core/profile/state.ts';
import {
  calibrationWith,
  machineWith,
  profileStateWith,
  stateWith,
} from '../../helpers/profiles/profiles.ts';

test('walls are those of finished passes, by round', () => {
  const profile = profileStateWith({
    walls: { local: [10, 'failed', 30, 'cancelled'], pool: [5, 6, undefined, 8] },
  });
  assert.deepEqual(
    [...wallsOf(profile, 'local')],
    [
      [1, 10],
      [3, 30],
    ],
  );
  assert.deepEqual(
    [...wallsOf(profile, 'pool')],
    [
      [1, 5],
      [2, 6],
      [4, 8],
    ],
  );
  assert.deepEqual([...wallsOf(profile, 'pool#2')], []);
});

test('the finished passes of a case are its own, in the order in which they ran', () => {
  const profile = profileStateWith({
    walls: { local: [10, 20, 30], pool: [5, 'failed', 6] },
  });
  assert.deepEqual(
    finishedPasses(profile, 'pool').map(({ pass, outcome }) => [pass.round, outcome.wall]),
    [
      [1, 5],
      [3, 6],
    ],
  );
});

test('circumstances are the usable CPUs and the calibration of the workload', () => {
  const state = stateWith({ machine: machineWith({ cpus: 3 }) });
  assert.deepEqual(circumstancesOf(state, 'list'), {
    cpus: 3,
    capacity: 3,
    calibration: calibrationWith(),
  });
});

test('a quota that grants half a CPU more adds half a CPU to the capacity', () => {
  const usable = { count: 2, online: 8, affinity: 8, quota: 2.5 };
  const found = circumstancesOf(stateWith({ machine: machineWith({ usable }) }), 'list');
  assert.deepEqual([found?.cpus, found?.capacity], [2, 2.5]);
});

test('without a machine or a calibration of the workload there are no circumstances', () => {
  assert.equal(circumstancesOf(stateWith(), 'pair'), undefined);
  assert.equal(circumstancesOf(initialState, 'list'), undefined);
  const { machine: _machine, ...undetected } = stateWith();
  assert.equal(circumstancesOf(undetected, 'list'), undefined);
});
