import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectMachine } from '../../source/machine/detect.ts';
import { differs } from '../../source/machine/announce.ts';
import { fixtureSystem } from './fixture-system.ts';

const machine = detectMachine({ system: fixtureSystem('bare-metal'), libraries: {} });
const { memory } = machine;

test('memory that moved by less than 1 % is no difference', () => {
  assert.equal(
    differs(machine, { ...machine, memory: { ...memory, free: memory.free * 0.995 } }),
    false,
  );
});

test('free memory or a limit that moved further is a difference', () => {
  assert.equal(
    differs(machine, { ...machine, memory: { ...memory, free: memory.free * 0.98 } }),
    true,
  );
  assert.equal(
    differs(machine, { ...machine, memory: { ...memory, limit: memory.limit * 1.02 } }),
    true,
  );
});

test('no free memory before and after is no difference', () => {
  const empty = { ...machine, memory: { ...memory, limit: 0 } };
  assert.equal(differs(empty, empty), false);
  assert.equal(differs(empty, machine), true);
});

test('another name or another count of usable CPUs is a difference', () => {
  assert.equal(differs(machine, { ...machine, cpu: 'Better Name' }), true);
  assert.equal(differs(machine, { ...machine, usable: { ...machine.usable, quota: 8 } }), true);
});
