import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectTopology } from '../../../source/machine/cpus/topology.ts';
import { fixtureSystem } from '../fixture-system.ts';

test('threads of one core count as one core', () => {
  assert.deepEqual(detectTopology(fixtureSystem('bare-metal')), { cores: 4, sockets: 2 });
});

test('cores whose CPUs are all offline are not counted', () => {
  assert.deepEqual(detectTopology(fixtureSystem('offline')), { cores: 5, sockets: 1 });
});

test('a count that cannot be read for every CPU is absent', () => {
  assert.deepEqual(detectTopology(fixtureSystem('garbage')), {});
  assert.deepEqual(detectTopology(fixtureSystem('none')), {});
});
