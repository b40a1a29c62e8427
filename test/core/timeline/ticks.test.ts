import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decadeTicks, ticksBetween } from '../../../source/core/timeline/ticks.ts';
import { seeded } from '../../helpers/numbers/random.ts';

test('marks are at multiples of 1, 2 or 5, at least the given distance apart', () => {
  assert.deepEqual(ticksBetween(0, 100, 15), { step: 20, at: [0, 20, 40, 60, 80, 100] });
  assert.deepEqual(ticksBetween(205, 455, 41), { step: 50, at: [250, 300, 350, 400, 450] });
  assert.deepEqual(ticksBetween(0, 10, 10), { step: 10, at: [0, 10] });
});

test('fractions do not lose a mark at the ends', () => {
  const { step, at } = ticksBetween(0.1, 0.3, 0.1);
  assert.equal(step, 0.1);
  assert.equal(at.length, 3);
});

test('every stretch has a step and a mark, and no two marks are too close', () => {
  const random = seeded(5);
  for (let sample = 0; sample < 500; sample++) {
    const from = random() * 10 ** (random() * 8 - 2);
    const length = 10 ** (random() * 9 - 2);
    const least = length / (3 + random() * 20);
    const { step, at } = ticksBetween(from, from + length, least);
    assert.ok(step >= least * 0.999 && step <= least * 2.51, `${step} for ${least}`);
    assert.ok(at.length >= 1 && at.every((time) => time >= from - step * 1e-5));
  }
});

test('a logarithmic axis is marked at 1, 2 and 5 times the powers of ten', () => {
  assert.deepEqual(decadeTicks(1, 100), [1, 2, 5, 10, 20, 50, 100]);
  assert.deepEqual(decadeTicks(3, 21), [5, 10, 20]);
  assert.deepEqual(
    decadeTicks(0.04, 0.3).map((time) => time.toPrecision(3)),
    ['0.0500', '0.100', '0.200'],
  );
});
