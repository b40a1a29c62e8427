import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  busyCpus,
  busyOf,
  meansOver,
  timeCells,
  withLoadSample,
  type LoadHistory,
  type LoadSample,
} from '../../../source/core/profile/load-history.ts';

const sample = (at: number, ...busy: readonly number[]): LoadSample => ({
  at,
  load: busy.map((share, cpu) => ({ cpu, busy: share })),
});

const timesOf = (history: LoadHistory) => history.map(({ at }) => at);

test('samples of more than a minute ago are dropped', () => {
  const history = [0, 500, 60_000, 60_500].map((at) => sample(at)).reduce(withLoadSample, []);
  assert.deepEqual(timesOf(history), [60_000, 60_500]);
});

test('a recording with any number of samples keeps no more than twice the usual ones', () => {
  const crowded = Array.from({ length: 1000 }, (_, at) => sample(at));
  const history = crowded.reduce(withLoadSample, [] as LoadHistory);
  assert.equal(history.length, 240);
  assert.equal(history.at(-1)?.at, 999);
});

test('busy CPUs are counted with their shares', () => {
  assert.equal(busyCpus(sample(0, 1, 0.5, 0)), 1.5);
  assert.equal(busyCpus(sample(0)), 0);
});

test('a CPU is found by its number, in whatever place it stands', () => {
  const gap = { at: 0, load: [{ cpu: 1, busy: 0.25 }] };
  assert.equal(busyOf(1)(sample(0, 0, 0.75)), 0.75);
  assert.equal(busyOf(1)(gap), 0.25);
  assert.equal(busyOf(0)(gap), undefined);
});

test('cells begin at multiples of their length, and the last one holds the end', () => {
  assert.deepEqual(timeCells(1000, 400, 4), { length: 100, first: 6, count: 4 });
  assert.deepEqual(timeCells(1001, 400, 4), { length: 100, first: 7, count: 4 });
});

test('each cell has the mean of the samples that cover it, and none where there is no sample', () => {
  // Covers 500 to 1000, 1000 to 1500 and 1500 to 2500.
  const history = [sample(1000, 1), sample(1500, 0), sample(2500, 0.5)];
  const means = (length: number, first: number, count: number) =>
    meansOver(history, { length, first, count }, busyCpus);
  assert.deepEqual(means(500, 0, 6), [undefined, 1, 0, 0.5, 0.5, undefined]);
  assert.deepEqual(means(1000, 0, 3), [1, 0.25, 0.5]);
  assert.deepEqual(means(250, 3, 3), [1, 0, 0]);
  assert.deepEqual(meansOver([], { length: 1, first: 0, count: 2 }, busyCpus), [
    undefined,
    undefined,
  ]);
});
