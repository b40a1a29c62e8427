import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedAnswer } from '../../source/core/plan/answer.ts';
import { workloadNames } from '../../source/core/plan/workload.ts';
import { keepGoing, open } from './plain.ts';

for (const name of workloadNames) {
  test(`${name} reports its share of the work, rising to 1`, () => {
    const kernel = open(name);
    for (const n of [0, 1, 2, 3, 20_000]) {
      const shares: number[] = [];
      kernel.compute(n, (done) => shares.push(done) > 0);
      assert.equal(shares.at(-1), 1);
      assert.ok(shares.every((share, index) => share > (shares[index - 1] ?? 0)));
    }
  });

  test(`${name} reports its share often`, () => {
    let ticks = 0;
    open(name).compute(20_000, () => ++ticks > 0);
    assert.ok(ticks >= 5, `${ticks} ticks`);
  });

  test(`${name} stops when tick says so, and is right the next time`, () => {
    const kernel = open(name);
    for (const ticksToGo of [1, 2, 5]) {
      let ticks = 0;
      assert.equal(
        kernel.compute(30_000, () => ++ticks < ticksToGo),
        false,
      );
      assert.equal(ticks, ticksToGo);
      assert.equal(kernel.compute(5_000, keepGoing), true);
      assert.deepEqual(kernel.answer(), expectedAnswer(name, 5_000));
    }
  });

  test(`${name} computes the reserved size, and larger ones`, () => {
    const kernel = open(name);
    kernel.reserve(3_000);
    for (const n of [3_000, 10, 9_000, 3_000]) {
      kernel.compute(n, keepGoing);
      assert.deepEqual(kernel.answer(), expectedAnswer(name, n));
    }
  });
}

test('memory beyond 4 GiB is refused with a RangeError that names the size, and the kernel goes on', () => {
  const kernel = open('list');
  assert.throws(() => kernel.reserve(400_000), { name: 'RangeError', message: /400000 terms/ });
  kernel.compute(1_000, keepGoing);
  assert.deepEqual(kernel.answer(), expectedAnswer('list', 1_000));
});
