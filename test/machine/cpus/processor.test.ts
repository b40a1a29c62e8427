import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory, processor } from '../../../source/machine/cpus/processor.ts';

test('manufacturer and brand make the name', () => {
  const data = { manufacturer: 'Intel', brand: 'Core™ i7-8750H', physicalCores: 6, processors: 1 };
  assert.deepEqual(processor(data), { name: 'Intel Core i7-8750H', cores: 6, sockets: 1 });
});

test('a brand without a manufacturer has lost its first word and is not used', () => {
  const data = { manufacturer: '', brand: 'Virtual version 2.5+', physicalCores: 2, processors: 2 };
  assert.deepEqual(processor(data), { cores: 2, sockets: 2 });
});

test('counts that are none are absent', () => {
  const data = { manufacturer: 'ARM', brand: '', physicalCores: NaN, processors: 0 };
  assert.deepEqual(processor(data), {});
});

test('no memory at all is not believed', () => {
  assert.deepEqual(memory({ available: 5e9 }), { available: 5e9 });
  assert.deepEqual(memory({ available: 0 }), {});
});
