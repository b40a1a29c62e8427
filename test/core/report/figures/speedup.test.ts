import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Walls } from '../../../../source/core/profile/state.ts';
import { efficiency, karpFlatt, speedup } from '../../../../source/core/report/figures/speedup.ts';

/** Walls of rounds 1, 2, …; undefined for a round without one. */
const walls = (...times: readonly (number | undefined)[]): Walls =>
  new Map(times.flatMap((time, index) => (time === undefined ? [] : [[index + 1, time] as const])));

const near = (actual: number | undefined, expected: number): void =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-12, `${actual} is not ${expected}`);

test('the speed-up is that of the medians', () => {
  const found = speedup(walls(100, 110, 120, 130, 140), walls(50, 60, 40, 30, 70));
  assert.equal(found?.value, 120 / 50);
  assert.equal(found?.pairs, 5);
  assert.equal(found?.outcome, 'faster');
});

test('the interval is that of the ratios round by round', () => {
  // Both drift alike: every round has the ratio 2, although the walls overlap.
  const found = speedup(walls(100, 120, 160, 200, 240), walls(50, 60, 80, 100, 120));
  assert.deepEqual(found, {
    value: 2,
    low: 2,
    high: 2,
    coverage: 0.9375,
    pairs: 5,
    outcome: 'faster',
  });
});

test('rounds are paired by their number, not by their place', () => {
  const reference = new Map([
    [1, 10],
    [2, 20],
    [3, 40],
    [4, 80],
    [5, 160],
  ]);
  const reversed = new Map([...reference].toReversed());
  assert.deepEqual(speedup(reference, reversed), {
    value: 1,
    low: 1,
    high: 1,
    coverage: 0.9375,
    pairs: 5,
    outcome: 'tie',
  });
});

test('the interval is widened to hold the speed-up', () => {
  // Eight of nine ratios are 1, and so are the second lowest and highest; but the medians are 2 and 1.
  const one = walls(1, 1, 1, 1, 2, 2, 2, 2, 2);
  const other = walls(1, 1, 1, 1, 1, 2, 2, 2, 2);
  assert.deepEqual(speedup(one, other), {
    value: 2,
    low: 1,
    high: 2,
    coverage: 0.9609375,
    pairs: 9,
    outcome: 'tie',
  });
  assert.deepEqual(speedup(other, one), {
    value: 0.5,
    low: 0.5,
    high: 1,
    coverage: 0.9609375,
    pairs: 9,
    outcome: 'tie',
  });
});

test('a tie is named when the interval holds 1', () => {
  const found = speedup(walls(100, 100, 100, 100, 100), walls(50, 50, 50, 50, 101));
  assert.equal(found?.value, 2);
  assert.equal(found?.outcome, 'tie');
});

test('a tie is named when the interval ends at 1', () => {
  const found = speedup(walls(100, 100, 100, 100, 100), walls(50, 50, 50, 50, 100));
  assert.equal(found?.low, 1);
  assert.equal(found?.outcome, 'tie');
});

test('a difference within 2 % is a tie, however sure', () => {
  const reference = walls(1000, 1000, 1000, 1000, 1000);
  const against = (wall: number) => speedup(reference, walls(wall, wall, wall, wall, wall));
  assert.equal(against(1000 / 1.019)?.outcome, 'tie');
  assert.equal(against(1000 / 0.981)?.outcome, 'tie');
  assert.equal(against(1000 / 1.021)?.outcome, 'faster');
  assert.equal(against(1000 / 0.979)?.outcome, 'slower');
});

test('a case that takes longer in every round is slower', () => {
  const found = speedup(walls(10, 11, 12, 13, 14), walls(20, 22, 24, 26, 28));
  assert.deepEqual(found, {
    value: 0.5,
    low: 0.5,
    high: 0.5,
    coverage: 0.9375,
    pairs: 5,
    outcome: 'slower',
  });
});

test('below five pairs the factor stands without a verdict and without coverage', () => {
  assert.deepEqual(speedup(walls(80, 88, 80, 80), walls(20, 20, 20, 40)), {
    value: 4,
    low: 2,
    high: 4.4,
    pairs: 4,
    outcome: 'too-few-repeats',
  });
  assert.equal(speedup(walls(80), walls(20))?.outcome, 'too-few-repeats');
});

test('of unequal numbers of repeats only the rounds that both have count', () => {
  const found = speedup(
    walls(100, 100, undefined, 100, 100, 100, 100),
    walls(50, 25, 1, 50, undefined, 50, 50),
  );
  assert.deepEqual(found, {
    value: 2,
    low: 2,
    high: 4,
    coverage: 0.9375,
    pairs: 5,
    outcome: 'faster',
  });
});

test('without a round that both have there is no speed-up', () => {
  assert.equal(speedup(walls(100), walls(undefined, 50)), undefined);
  assert.equal(speedup(walls(), walls(50)), undefined);
  assert.equal(speedup(walls(100), walls()), undefined);
});

test('parallel efficiency is the speed-up a worker', () => {
  assert.equal(efficiency(3, 4), 0.75);
  assert.equal(efficiency(1, 1), 1);
});

test('the serial fraction is that of Karp and Flatt', () => {
  // (1/3.2 − 1/4) / (1 − 1/4) = 0.0625 / 0.75
  near(karpFlatt(3.2, 4), 1 / 12);
  // (1/1.6 − 1/2) / (1/2)
  near(karpFlatt(1.6, 2), 0.25);
  // A perfect speed-up, none at all, and better than perfect.
  assert.equal(karpFlatt(8, 8), 0);
  assert.equal(karpFlatt(1, 8), 1);
  near(karpFlatt(2.5, 2), -0.2);
  // Amdahl with a serial tenth: S = 1 / (0.1 + 0.9/16) = 6.4
  near(karpFlatt(6.4, 16), 0.1);
});

test('one worker has no serial fraction', () => {
  assert.equal(karpFlatt(1, 1), undefined);
});
