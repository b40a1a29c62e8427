import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workloadNames, workloads } from '../../../source/core/plan/workload.ts';

for (const name of workloadNames) {
  const { bytes, share, largest } = workloads[name];

  test(`the share of ${name} rises from nothing to all`, () => {
    for (const n of [1, 2, 1000, largest]) {
      assert.equal(share(0, n), 0, `n = ${n}`);
      assert.equal(share(n, n), 1, `n = ${n}`);
      const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((part) => share((n * part) / 10, n));
      assert.deepEqual(
        tenths,
        tenths.toSorted((a, b) => a - b),
      );
      assert.ok(tenths[4]! < 0.5, 'the first half of the terms is less than half of the work');
    }
  });

  test(`${name} without a term is done`, () => {
    assert.equal(share(0, 0), 1);
  });

  test(`${name} never needs less memory for more terms`, () => {
    const sizes = [0, 1, 2, 100, 1000, 50_000, largest].map(bytes);
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => a - b),
    );
  });
}

test('a list of n terms needs about 0.0434·n² bytes', () => {
  for (const n of [50_000, 100_000, 200_000, 300_000]) {
    const ratio = workloads.list.bytes(n) / (0.0434 * n * n);
    assert.ok(ratio > 1 && ratio < 1.04, `n = ${n}: ${ratio}`);
  }
});

test('the largest list fits into one WebAssembly memory', () => {
  assert.ok(workloads.list.bytes(workloads.list.largest) <= 4 * 1024 ** 3);
});

test('the largest pair needs a few megabytes', () => {
  assert.ok(workloads.pair.bytes(10_000_000) < 10e6);
});

test('pair keeps nothing, the others keep every term', () => {
  assert.deepEqual(
    workloadNames.map((name) => [name, workloads[name].keeps]),
    [
      ['list', true],
      ['pair', false],
      ['bigint', true],
    ],
  );
});
