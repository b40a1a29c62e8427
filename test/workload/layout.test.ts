import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRows } from '../../source/workload/arena.ts';
import { workloads } from '../../source/core/plan/workload.ts';
import { seeded } from '../helpers/numbers/random.ts';
import { kernelModule } from './plain.ts';

const rows = openRows(kernelModule, new WebAssembly.Memory({ initial: 128 }));
const random = seeded(7);
const small = Array.from({ length: 800 }, (_, n) => n);
const upTo = (largest: number): readonly number[] => [
  ...small,
  ...Array.from({ length: 200 }, () => Math.floor(random() * largest)),
  largest,
];

/** WebAssembly returns the unsigned address as a signed number. */
const addressOf = (row: number): number => rows.addressOf(row) >>> 0;

test('core and kernel agree about the bytes of list', () => {
  rows.start(0, true);
  for (const n of upTo(workloads.list.largest)) {
    assert.equal(workloads.list.bytes(n), addressOf(n), `n = ${n}`);
  }
});

test('core and kernel agree about the bytes of pair', () => {
  for (const n of upTo(workloads.pair.largest)) {
    rows.start(n, false);
    const ends = Array.from(
      { length: 12 },
      (_, row) => addressOf(row) + rows.widthOf(Math.max(n - 1, 0)),
    );
    assert.equal(workloads.pair.bytes(n), Math.max(...ends), `n = ${n}`);
  }
});

test('the rows of list lie one after another', () => {
  rows.start(0, true);
  for (const row of upTo(workloads.list.largest)) {
    assert.equal(addressOf(row) + rows.widthOf(row), addressOf(row + 1), `row ${row}`);
  }
});

test('every row has room for its term', () => {
  const bitsOf = (index: number): number =>
    Math.floor(index * Math.log2((1 + Math.sqrt(5)) / 2)) + 1;
  for (const row of upTo(workloads.pair.largest)) {
    assert.ok((rows.widthOf(row) / 8) * 63 >= bitsOf(row), `row ${row}`);
  }
});

test('the largest list fits the 4 GiB that 32 bits can address', () => {
  assert.ok(workloads.list.bytes(workloads.list.largest) <= 2 ** 32);
});
