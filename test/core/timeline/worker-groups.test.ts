import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { workerGroups, workersOf } from '../../../source/core/timeline/worker-groups.ts';
import { seeded } from '../../helpers/numbers/random.ts';

/** Tasks on these workers, at any time. */
const spansWith = (places: ReadonlyArray<{ readonly worker: number; readonly node?: string }>) =>
  spansOf(places.map((place) => ({ ...place, start: 0, end: 1 })));

const workers = (count: number) => workersOf(count, spansWith([]));
const sizes = (count: number, rows: number) =>
  workerGroups(workers(count), rows).map((group) => group.workers.length);

test('up to 32 workers have a row each, even if there are fewer rows', () => {
  assert.equal(sizes(32, 5).length, 32);
  assert.deepEqual(new Set(sizes(32, 5)), new Set([1]));
});

test('more workers form groups of one size, as small as the rows allow', () => {
  assert.deepEqual(
    sizes(128, 16),
    Array.from({ length: 16 }, () => 8),
  );
  assert.deepEqual(
    sizes(128, 40),
    Array.from({ length: 32 }, () => 4),
  );
  assert.deepEqual(sizes(33, 40), [...Array.from({ length: 16 }, () => 2), 1]);
  assert.deepEqual(sizes(128, 1), [128]);
});

test('the workers of a group are neighbours', () => {
  assert.deepEqual(workerGroups(workers(64), 16)[1], { workers: [4, 5, 6, 7] });
});

test('workers that were not planned come after the planned ones', () => {
  const spans = [{ worker: 7 }, { worker: 0 }, { worker: 5 }, { worker: 7 }];
  assert.deepEqual(
    workersOf(2, spansWith(spans)).map(({ worker }) => worker),
    [0, 1, 5, 7],
  );
});

test('nodes are numbered in the order of their workers; a single one has no number', () => {
  const spans = [
    { worker: 2, node: 'b' },
    { worker: 0, node: 'a' },
    { worker: 1, node: 'a' },
  ];
  assert.deepEqual(workersOf(4, spansWith(spans)), [
    { worker: 0, node: 0 },
    { worker: 1, node: 0 },
    { worker: 2, node: 1 },
    { worker: 3 },
  ]);
  assert.deepEqual(workersOf(2, spansWith(spans.slice(1))), [{ worker: 0 }, { worker: 1 }]);
});

test('a group lies on one node', () => {
  const spans = Array.from({ length: 40 }, (_, worker) => ({
    worker,
    node: worker < 30 ? 'a' : 'b',
  }));
  const groups = workerGroups(workersOf(40, spansWith(spans)), 12);
  assert.deepEqual(
    groups.map((group) => [group.node, group.workers.length]),
    [...Array.from({ length: 7 }, () => [0, 4]), [0, 2], [1, 4], [1, 4], [1, 2]],
  );
});

test('every worker is in one group, and there are no more groups than rows if possible', () => {
  const random = seeded(3);
  for (let sample = 0; sample < 300; sample++) {
    const count = 1 + Math.floor(random() * 300);
    const rows = 1 + Math.floor(random() * 40);
    const groups = workerGroups(workers(count), rows);
    assert.deepEqual(
      groups.flatMap((group) => group.workers),
      Array.from({ length: count }, (_, worker) => worker),
    );
    assert.ok(count <= 32 || groups.length <= Math.min(rows, 32));
  }
});
