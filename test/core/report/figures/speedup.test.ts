import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Walls } from '../../../../source/core/profile/state.ts';
import { efficiency, karpFlatt, speedup } from '../../../../source/core/report/figures/speedup.ts';

/** Walls of rounds 1, 2, …; undefined for a round without one. */
const walls = (...times: readonly (number | undefined)[]): Walls =>
  new Map(times.flatMap((time, index) => (time === undefined ? [] : [[index + 1, time] as const])));

const near = (actual: number | undefined, expected: number): void =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-12, `${actual} is not ${expected}`);

test('the speed-up is the median of the ratios of the rounds, and of one of them', () => {
  const found = speedup(walls(100, 110, 120, 130, 140), walls(50, 60, 40, 30, 70));
  assert.equal(found?.value, 100 / 50);
  assert.equal(found?.round, 5);
  assert.equal(found?.pairs, 5);
  assert.equal(found?.outcome, 'faster');
});

test('of an even number of rounds the speed-up is the lower of the two in the middle', () => {
  const found = speedup(walls(10, 20, 30, 40, 50, 60), walls(10, 10, 10, 10, 10, 10));
  assert.deepEqual([found?.value, found?.round], [3, 3]);
});

test('the interval is that of the ratios round by round', () => {
  // Both drift alike: every round has the ratio 2, although the walls overlap.
  const found = speedup(walls(100, 120, 160, 200, 240), walls(50, 60, 80, 100, 120));
  assert.deepEqual(found, {
    value: 2,
    low: 2,
    high: 2,
    coverage: 0.9375,
    round: 3,
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
  const found = speedup(reference, reversed);
  assert.deepEqual([found?.low, found?.value, found?.high], [1, 1, 1]);
});

test('nothing is shown where the interval contains 1', () => {
  const found = speedup(walls(100, 100, 100, 100, 100), walls(50, 50, 50, 50, 101));
  assert.equal(found?.value, 2);
  assert.equal(found?.outcome, 'undecided');
});

test('nor where the interval ends at 1', () => {
  const found = speedup(walls(100, 100, 100, 100, 100), walls(50, 50, 50, 50, 100));
  assert.equal(found?.low, 1);
  assert.equal(found?.outcome, 'undecided');
});

test('two cases are the same where the whole interval lies within 5 % of 1', () => {
  const ratios = (...values: readonly number[]) =>
    speedup(walls(...values.map((value) => 100 * value)), walls(100, 100, 100, 100, 100))?.outcome;
  assert.equal(ratios(0.95, 1, 1, 1, 1.05), 'same');
  assert.equal(ratios(0.949, 1, 1, 1, 1.05), 'undecided');
  assert.equal(ratios(0.95, 1, 1, 1, 1.051), 'undecided');
});

test('a difference within 2 % is no win, however sure', () => {
  const reference = walls(1000, 1000, 1000, 1000, 1000);
  const against = (wall: number) => speedup(reference, walls(wall, wall, wall, wall, wall));
  assert.equal(against(1000 / 1.019)?.outcome, 'same');
  assert.equal(against(1000 / 0.981)?.outcome, 'same');
  assert.equal(against(1000 / 1.021)?.outcome, 'faster');
  assert.equal(against(1000 / 0.979)?.outcome, 'slower');
});

test('a case that takes longer in every round is slower', () => {
  const found = speedup(walls(10, 11, 12, 13, 14), walls(20, 22, 24, 26, 28));
  assert.deepEqual([found?.value, found?.outcome], [0.5, 'slower']);
});

test('below five pairs the factor stands without a verdict and without coverage', () => {
  assert.deepEqual(speedup(walls(80, 88, 80, 80), walls(20, 20, 20, 40)), {
    value: 4,
    low: 2,
    high: 4.4,
    round: 1,
    pairs: 4,
    outcome: 'too-few-rounds',
  });
  assert.equal(speedup(walls(80), walls(20))?.outcome, 'too-few-rounds');
});

test('of unequal numbers of rounds only the rounds that both have count', () => {
  const found = speedup(
    walls(100, 100, undefined, 100, 100, 100, 100),
    walls(50, 25, 1, 50, undefined, 50, 50),
  );
  assert.deepEqual(found, {
    value: 2,
    low: 2,
    high: 4,
    coverage: 0.9375,
    round: 6,
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
  // A perfect speed-up, and none at all.
  assert.equal(karpFlatt(8, 8), 0);
  assert.equal(karpFlatt(1, 8), 1);
  // Amdahl with a serial tenth: S = 1 / (0.1 + 0.9/16) = 6.4
  near(karpFlatt(6.4, 16), 0.1);
});

test('there is no serial fraction where its model does not hold: slower than one worker, better than perfect', () => {
  assert.equal(karpFlatt(0.99, 2), undefined);
  assert.equal(karpFlatt(2.01, 2), undefined);
});

test('one worker has no serial fraction', () => {
  assert.equal(karpFlatt(1, 1), undefined);
});
