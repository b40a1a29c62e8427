import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, lags, standingOf } from '../../../source/ui/zones/standing.ts';

const standing = (...shares: readonly number[]) =>
  standingOf(
    shares.length,
    shares.map((share) => ({ share, tasks: 0 })),
  );

/** Which workers are marked. */
const laggards = (...shares: readonly number[]): readonly number[] =>
  [...shares.keys()].filter((worker) => lags(standing(...shares), worker));

test('who is done, where the middle one stands and who is last', () => {
  const { done, median, slowest } = standing(1, 0.9, 0.6, 1, 0.8);
  assert.deepEqual({ done, median, slowest }, { done: 2, median: 0.9, slowest: 2 });
});

test('before the first sample all stand at the start, and nobody lags', () => {
  const start = standingOf(4, []);
  assert.deepEqual(start, { shares: [0, 0, 0, 0], done: 0, median: 0, slowest: 0 });
  assert.equal(behind(start, 0), 0);
  assert.equal(lags(start, 0), false);
});

test('how far behind a worker is counts from the median: the same at every moment of a pass', () => {
  assert.equal(behind(standing(0.4, 0.4, 0.2), 2), 0.5);
  assert.equal(behind(standing(0.8, 0.8, 0.4), 2), 0.5);
  assert.equal(behind(standing(0.4, 0.4, 0.6), 2), 0);
});

test('a laggard is ten points and a fifth behind the median', () => {
  assert.deepEqual(laggards(0.9, 0.9, 0.6, 0.9), [2]);
  assert.deepEqual(laggards(1, 1, 0.8, 1), [2]);
  assert.deepEqual(laggards(0.5, 0.5, 0.4, 0.5), [2]);
});

test('ten points alone are not enough at the end, nor is a fifth at the start', () => {
  assert.deepEqual(laggards(0.9, 0.9, 0.78, 0.9), []);
  assert.deepEqual(laggards(0.1, 0.1, 0.02, 0.1), []);
});

test('the last one at work keeps its mark when all others are done', () => {
  assert.deepEqual(laggards(1, 1, 0.6, 1), [2]);
});

test('when all are done nobody lags', () => {
  assert.deepEqual(laggards(1, 1, 1), []);
});
