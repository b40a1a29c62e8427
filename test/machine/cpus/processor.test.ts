import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuName, processor } from '../../../source/machine/cpus/processor.ts';

const answer = { physicalCores: 6, processors: 1, performanceCores: 6, efficiencyCores: 0 };

test('cores and sockets are counted', () => {
  assert.deepEqual(processor(answer, 'linux'), { cores: 6, sockets: 1 });
});

test('invalid counts are absent', () => {
  assert.deepEqual(processor({ ...answer, physicalCores: NaN, processors: 0 }, 'linux'), {});
});

test('performance and efficiency cores are told on macOS alone, where they are counted', () => {
  const both = { ...answer, physicalCores: 10, performanceCores: 8, efficiencyCores: 2 };
  assert.deepEqual(processor(both, 'darwin').kinds, [
    { cores: 8, cpus: 8, usable: 8 },
    { cores: 2, cpus: 2, usable: 2 },
  ]);
  assert.equal(processor(both, 'linux').kinds, undefined);
  assert.equal(processor(answer, 'darwin').kinds, undefined);
});

test('trade marks, frequency and number of cores are left out', () => {
  assert.equal(cpuName('Intel(R) Core(TM) i7-8750H CPU @ 2.20GHz'), 'Intel Core i7-8750H');
  assert.equal(cpuName('Intel Xeon® Platinum 8175M'), 'Intel Xeon Platinum 8175M');
  assert.equal(cpuName('AMD Ryzen 9 7950X 16-Core Processor            '), 'AMD Ryzen 9 7950X');
});

test('a name is the system’s own line, never put together', () => {
  for (const [text, name] of [
    ['13th Gen Intel(R) Core(TM) i7-13700K', '13th Gen Intel Core i7-13700K'],
    ['Common KVM processor', 'Common KVM processor'],
    ['Genuine Intel(R) CPU 0000', 'Genuine Intel 0000'],
    ['Quad-Core AMD Opteron(tm) Processor 2378', 'Quad-Core AMD Opteron Processor 2378'],
    ['ZHAOXIN KaiXian KX-U6780A@2.7GHz', 'ZHAOXIN KaiXian KX-U6780A'],
    ['VIA Nano processor U2250 (1.6GHz Capable)', 'VIA Nano processor U2250 (1.6GHz Capable)'],
    ['POWER9 (architected), altivec supported', 'POWER9 (architected), altivec supported'],
    ['Apple M1 Pro', 'Apple M1 Pro'],
    ['Neoverse-N1', 'Neoverse-N1'],
    ['CPU Model X', 'CPU Model X'],
  ] as const) {
    assert.equal(cpuName(text), name);
  }
});

test('lscpu names what Node calls unknown', () => {
  for (const name of ['Neoverse-V1', 'Cortex-A7', 'z15']) {
    assert.equal(processor({ ...answer, name }, 'linux').name, name);
  }
});

test('"unknown", "-" and nothing are no names', () => {
  for (const text of ['', '  ', '-', '@ 2 GHz', 'unknown', 'Unknown']) {
    assert.equal(cpuName(text), undefined);
    assert.equal(processor({ ...answer, name: text }, 'linux').name, undefined);
  }
});
