import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  behind,
  isStraggler,
  workerProgressOf,
} from '../../../source/ui/run/workers/worker-progress.ts';
import { slowestTexts } from '../../../source/ui/run/workers/workers-title.ts';

const progress = (...shares: readonly number[]) =>
  workerProgressOf(
    shares.length,
    shares.map((share) => ({ share, tasks: 0 })),
  );

/** The workers that are marked. */
const stragglers = (...shares: readonly number[]): readonly number[] =>
  [...shares.keys()].filter((worker) => isStraggler(progress(...shares), worker));

test('who is done, where the middle one stands and who is last', () => {
  const { done, median, slowest } = progress(1, 0.9, 0.6, 1, 0.8);
  assert.deepEqual({ done, median, slowest }, { done: 2, median: 0.9, slowest: 2 });
});

test('before the first sample all stand at the start, and nobody isStraggler', () => {
  const start = workerProgressOf(4, []);
  const none = { here: 0, done: 0, median: 0, slowest: 0, failed: new Set() };
  assert.deepEqual(start, { shares: [0, 0, 0, 0], ...none });
  assert.equal(behind(start, 0), 0);
  assert.equal(isStraggler(start, 0), false);
});

test('how far behind a worker is counts from the median: the same at every moment of a pass', () => {
  assert.equal(behind(progress(0.4, 0.4, 0.2), 2), 0.5);
  assert.equal(behind(progress(0.8, 0.8, 0.4), 2), 0.5);
  assert.equal(behind(progress(0.4, 0.4, 0.6), 2), 0);
});

test('a straggler is ten points and a fifth behind the median', () => {
  assert.deepEqual(stragglers(0.9, 0.9, 0.6, 0.9), [2]);
  assert.deepEqual(stragglers(1, 1, 0.8, 1), [2]);
  assert.deepEqual(stragglers(0.5, 0.5, 0.4, 0.5), [2]);
});

test('ten points alone are not enough at the end, nor is a fifth at the start', () => {
  assert.deepEqual(stragglers(0.9, 0.9, 0.78, 0.9), []);
  assert.deepEqual(stragglers(0.1, 0.1, 0.02, 0.1), []);
});

test('the last one at work keeps its mark when all others are done', () => {
  assert.deepEqual(stragglers(1, 1, 0.6, 1), [2]);
});

test('when all are done nobody isStraggler', () => {
  assert.deepEqual(stragglers(1, 1, 1), []);
});

test('those that have not shown up count neither for the median nor as stragglers', () => {
  const samples = [0.8, 0.9, 0.7].map((share) => ({ share, tasks: 0 }));
  const { shares, here, median, slowest } = workerProgressOf(6, samples);
  assert.deepEqual(shares, [0.8, 0.9, 0.7, 0, 0, 0]);
  assert.deepEqual({ here, median, slowest }, { here: 3, median: 0.8, slowest: 2 });
  const marked = [...shares.keys()].filter((worker) =>
    isStraggler(workerProgressOf(6, samples), worker),
  );
  assert.deepEqual(marked, []);
});

test('those beyond the planned ones count as all others', () => {
  const found = workerProgressOf(
    1,
    [0.9, 0.9, 0.4].map((share) => ({ share, tasks: 0 })),
  );
  assert.deepEqual(found.shares, [0.9, 0.9, 0.4]);
  assert.equal(found.slowest, 2);
  assert.equal(isStraggler(found, 2), true);
});

test('of no workers at all nothing is said', () => {
  const { median, slowest, done } = workerProgressOf(0, []);
  assert.deepEqual({ median, slowest, done }, { median: 0, slowest: 0, done: 0 });
});

test('those with tasks that failed are known', () => {
  const samples = [{ failed: 1 }, {}, { failed: 3 }].map((one) => ({ share: 0, tasks: 0, ...one }));
  assert.deepEqual([...workerProgressOf(3, samples).failed], [0, 2]);
});

test('the title names the slowest worker only where it is behind by a percent that is shown', () => {
  assert.equal(slowestTexts(progress(0.4, 0.4, 0.2))[0], 'slowest w3,  50 % behind the median');
  assert.deepEqual(slowestTexts(progress(0, 0, 0)), ['none behind']);
  assert.deepEqual(slowestTexts(progress(1, 1, 1)), ['all done']);
});
