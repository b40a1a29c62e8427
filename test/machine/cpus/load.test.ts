import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadBetween } from '../../../source/machine/cpus/load.ts';

const start = { cpu: 0, total: 1000, idle: 800, steal: 10 };

test('busy is the share that was not idle; steal is separate', () => {
  const end = { cpu: 0, total: 1100, idle: 825, steal: 15 };
  assert.deepEqual(loadBetween([start], [end]), [{ cpu: 0, busy: 0.75, steal: 0.05 }]);
});

test('steal is absent if not reported', () => {
  const load = loadBetween([{ cpu: 0, total: 0, idle: 0 }], [{ cpu: 0, total: 10, idle: 10 }]);
  assert.deepEqual(load, [{ cpu: 0, busy: 0 }]);
});

test('samples of the same moment, or with a clock that ran backwards, have no load', () => {
  assert.deepEqual(loadBetween([start], [start]), []);
  assert.deepEqual(loadBetween([start], [{ ...start, total: 900 }]), []);
});

test('idle time that ran backwards counts as busy, at most fully', () => {
  const [load] = loadBetween([start], [{ cpu: 0, total: 1010, idle: 799, steal: 9 }]);
  assert.deepEqual(load, { cpu: 0, busy: 1, steal: 0 });
});

test('CPUs are matched by number; one that appeared or disappeared is absent', () => {
  const before = [start, { ...start, cpu: 1 }];
  const after = [
    { cpu: 5, total: 9, idle: 1 },
    { cpu: 1, total: 1100, idle: 900, steal: 10 },
  ];
  assert.deepEqual(loadBetween(before, after), [{ cpu: 1, busy: 0, steal: 0 }]);
});
