import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growingRows } from '../../../source/core/timeline/growth.ts';
import { singleWorkers } from '../../../source/core/timeline/worker-groups.ts';

const at = (time: number, ...tasks: readonly number[]) => ({
  at: time,
  workers: tasks.map((done) => ({ share: done / 10, tasks: done })),
});

const busyIn = (rows: ReturnType<typeof growingRows>) =>
  rows.map((row) => row.map(({ busy }) => busy));

const stretch = { from: 0, to: 400, cells: 4 };

test('a worker that got further from one sample to the next was busy in between', () => {
  const growth = { history: [at(1100, 1, 0), at(1200, 2, 1), at(1300, 2, 2)], since: 1000 };
  const rows = growingRows(growth, singleWorkers([{ worker: 0 }, { worker: 1 }]), stretch);
  assert.deepEqual(busyIn(rows), [
    [1, 1, 0, 0],
    [0, 1, 1, 0],
  ]);
});

test('workers of one row are averaged', () => {
  const growth = { history: [at(1100, 1, 0), at(1200, 2, 1)], since: 1000 };
  assert.deepEqual(busyIn(growingRows(growth, [{ workers: [0, 1] }], stretch)), [[0.5, 1, 0, 0]]);
});

test('a part of the pass is cut out exactly', () => {
  const growth = { history: [at(1150, 1)], since: 1000 };
  const cut = { from: 100, to: 200, cells: 4 };
  assert.deepEqual(busyIn(growingRows(growth, [{ workers: [0] }], cut)), [[1, 1, 0, 0]]);
});

test('before the first sample, and of a worker that has not joined, nothing is known', () => {
  assert.deepEqual(busyIn(growingRows({ history: [], since: 5 }, [{ workers: [0] }], stretch)), [
    [0, 0, 0, 0],
  ]);
  const growth = { history: [at(1100, 1)], since: 1000 };
  assert.deepEqual(busyIn(growingRows(growth, [{ workers: [3] }], stretch)), [[0, 0, 0, 0]]);
});
