import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuName, memory, processor } from '../../../source/machine/cpus/processor.ts';

test('manufacturer and brand make the name', () => {
  const data = { manufacturer: 'Intel', brand: 'Core™ i7-8750H', physicalCores: 6, processors: 1 };
  assert.deepEqual(processor(data), { name: 'Intel Core i7-8750H', cores: 6, sockets: 1 });
});

test('a brand without a manufacturer has lost its first word and is not used', () => {
  const data = { manufacturer: '', brand: 'Virtual version 2.5+', physicalCores: 2, processors: 2 };
  assert.deepEqual(processor(data), { cores: 2, sockets: 2 });
});

test('invalid counts are absent', () => {
  const data = { manufacturer: 'ARM', brand: '', physicalCores: NaN, processors: 0 };
  assert.deepEqual(processor(data), {});
});

test('zero available memory is ignored', () => {
  assert.deepEqual(memory({ available: 5e9 }), { available: 5e9 });
  assert.deepEqual(memory({ available: 0 }), {});
});

test('trade marks, frequency and number of cores are left out', () => {
  assert.equal(cpuName('Intel(R) Core(TM) i7-8750H CPU @ 2.20GHz'), 'Intel Core i7-8750H');
  assert.equal(cpuName('Intel Xeon® Platinum 8175M'), 'Intel Xeon Platinum 8175M');
  assert.equal(cpuName('AMD Ryzen 9 7950X 16-Core Processor            '), 'AMD Ryzen 9 7950X');
});

test('other names stay as they are', () => {
  assert.equal(cpuName('Apple M1 Pro'), 'Apple M1 Pro');
  assert.equal(cpuName('Neoverse-N1'), 'Neoverse-N1');
});

test('a text without a letter is not a name', () => {
  for (const text of ['', '  ', '-', '@ 2 GHz']) {
    assert.equal(cpuName(text), undefined);
  }
});
