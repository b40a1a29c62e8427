import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStat, readCpuTimes } from '../../../source/machine/cpus/cpu-times.ts';
import { fixtureSystem, runtimeCpus } from '../fixture-system.ts';

test('a line is one CPU, in hundredths of a second; waiting for a disk is idle, and guest time is not counted twice', () => {
  assert.deepEqual(parseStat('cpu  9 9 9 9\ncpu3 10 2 8 70 6 1 1 2 7 1\nintr 5 4\n'), [
    { cpu: 3, total: 1000, idle: 760, steal: 20 },
  ]);
});

test('an old kernel with four fields has no steal', () => {
  assert.deepEqual(parseStat('cpu0 1 2 3 4\n'), [{ cpu: 0, total: 100, idle: 40 }]);
});

test('offline CPUs are absent, and the others keep their numbers', () => {
  const numbers = readCpuTimes(fixtureSystem('offline')).map(({ cpu }) => cpu);
  assert.deepEqual(numbers, [0, 1, 2, 3, 6, 7]);
});

test('without /proc/stat, or with garbage in it, the runtime’s times are used', () => {
  for (const tree of ['none', 'garbage']) {
    const system = fixtureSystem(tree, { cpus: () => runtimeCpus(2) });
    assert.deepEqual(readCpuTimes(system), [
      { cpu: 0, total: 1150, idle: 1000 },
      { cpu: 1, total: 1150, idle: 1000 },
    ]);
  }
});
