import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepGoing, open, plainTerms, sizes } from './plain.ts';

const plain = plainTerms(20_000);

for (const name of ['list', 'bigint'] as const) {
  test(`${name} keeps every term, whatever the sequence of sizes`, () => {
    const kernel = open(name);
    for (const n of sizes) {
      assert.equal(kernel.compute(n, keepGoing), true);
      const wrong = plain.slice(0, n).findIndex((term, index) => kernel.term(index) !== term);
      assert.equal(wrong, -1, `term ${wrong} of ${n}`);
    }
  });
}

test('pair keeps the last two terms, whatever the sequence of sizes', () => {
  const kernel = open('pair');
  for (const n of sizes) {
    assert.equal(kernel.compute(n, keepGoing), true);
    for (const index of [n - 2, n - 1].filter((last) => last >= 0)) {
      assert.equal(kernel.term(index), plain[index], `term ${index} of ${n}`);
    }
  }
});

test('a term that is not kept is a RangeError', () => {
  for (const name of ['list', 'pair', 'bigint'] as const) {
    const kernel = open(name);
    kernel.compute(1_000, keepGoing);
    for (const index of name === 'pair' ? [-1, 997, 1_000] : [-1, 1_000]) {
      assert.throws(() => kernel.term(index), RangeError);
    }
  }
});
