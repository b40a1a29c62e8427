import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuName } from '../../../source/machine/cpus/cpu-name.ts';

test('trade marks, clock and number of cores are left out', () => {
  assert.equal(cpuName('Intel(R) Core(TM) i7-8750H CPU @ 2.20GHz'), 'Intel Core i7-8750H');
  assert.equal(cpuName('Intel Xeon® Platinum 8175M'), 'Intel Xeon Platinum 8175M');
  assert.equal(cpuName('AMD Ryzen 9 7950X 16-Core Processor            '), 'AMD Ryzen 9 7950X');
});

test('other names stay as they are', () => {
  assert.equal(cpuName('Apple M1 Pro'), 'Apple M1 Pro');
  assert.equal(cpuName('Neoverse-N1'), 'Neoverse-N1');
});

test('a text without a letter is no name', () => {
  for (const text of ['', '  ', '-', '@ 2 GHz']) {
    assert.equal(cpuName(text), undefined);
  }
});
