import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCpuTimes } from '../../source/machine/cpus/cpu-times.ts';
import { detectMachine } from '../../source/machine/detect.ts';
import { realSystem } from '../../source/machine/real-system.ts';

test('the machine that runs the tests can be detected', () => {
  const { cpu, threads, usable, memory } = detectMachine({ system: realSystem, libraries: {} });
  assert.notEqual(cpu, '');
  assert.ok(usable.count >= 1 && usable.count <= usable.online && usable.count <= usable.affinity);
  assert.equal(threads, usable.online);
  assert.ok(memory.limit <= memory.free && memory.free <= memory.total);
});

test('its CPUs have times', () => {
  const times = readCpuTimes(realSystem);
  assert.ok(times.length > 0);
  assert.ok(times.every(({ total, idle }) => total > 0 && idle >= 0));
});

test('a file that is not there is undefined', () => {
  assert.equal(realSystem.readText('/no/such/file'), undefined);
});
