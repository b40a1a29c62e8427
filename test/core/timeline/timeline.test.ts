import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { Span } from '../../../source/core/profile/span.ts';
import {
  lengthOfPass,
  timeAccountsOf,
  timelineRows,
  type Stretch,
  type TimelineCell,
} from '../../../source/core/timeline/timeline.ts';
import { workerGroups, workersOf } from '../../../source/core/timeline/worker-groups.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { spanWith } from '../../helpers/profiles/timelines.ts';

function rowsOf(tasks: readonly Span[], workers: number, stretch: Stretch) {
  const spans = spansOf(tasks);
  return timelineRows(spans, workerGroups(workersOf(workers, spans), 99), stretch);
}

const busyOf = (row: readonly TimelineCell[] = []) => row.map(({ busy }) => busy);

test('a cell has the share of its slice that a worker spent in a task', () => {
  const spans = [spanWith(0, [4, 16]), spanWith(0, [18, 32]), spanWith(1, [24, 25])];
  const rows = rowsOf(spans, 2, { from: 0, to: 32, cells: 4 });
  assert.deepEqual(rows.map(busyOf), [
    [0.5, 1, 0.75, 1],
    [0, 0, 0, 0.125],
  ]);
});

test('a part of a pass is cut out exactly', () => {
  const spans = [spanWith(0, [0, 15]), spanWith(0, [18, 100])];
  const [row] = rowsOf(spans, 1, { from: 10, to: 20, cells: 5 });
  assert.deepEqual(busyOf(row), [1, 1, 0.5, 0, 1]);
});

test('tasks that start are counted where they start', () => {
  const spans = [spanWith(0, [0, 4]), spanWith(0, [4, 6]), spanWith(0, [6, 20])];
  const starts = (from: number) =>
    rowsOf(spans, 1, { from, to: from + 10, cells: 2 })[0]?.map((cell) => cell.starts);
  assert.deepEqual(starts(0), [2, 1]);
  assert.deepEqual(starts(2), [2, 0]);
  assert.deepEqual(starts(8), [0, 0]);
});

test('where the time of a task went is spread evenly over the task', () => {
  const account = { onCpu: 10, waiting: 5, blocked: 5 };
  const [row] = rowsOf([spanWith(0, [0, 20], account)], 1, { from: 10, to: 30, cells: 2 });
  assert.deepEqual(row, [
    { busy: 1, onCpu: 0.5, waiting: 0.25, blocked: 0.25, starts: 0 },
    { busy: 0, onCpu: 0, waiting: 0, blocked: 0, starts: 0 },
  ]);
});

test('the time account of a task never exceeds the task', () => {
  const account = { onCpu: 9, waiting: 5, blocked: -4 };
  const [cell] = rowsOf([spanWith(0, [0, 10], account)], 1, { from: 0, to: 10, cells: 1 })[0]!;
  assert.equal(cell!.onCpu, 0.9);
  assert.ok(Math.abs(cell!.waiting - 0.1) < 1e-12);
  assert.equal(cell!.blocked, 0);
});

test('time that is not reported belongs to none of the three parts', () => {
  const [cell] = rowsOf([spanWith(0, [0, 10], { onCpu: 8 })], 1, { from: 0, to: 10, cells: 1 })[0]!;
  assert.deepEqual(cell, { busy: 1, onCpu: 0.8, waiting: 0, blocked: 0, starts: 1 });
});

test('the row of a group is the mean of its workers', () => {
  const tasks = Array.from({ length: 64 }, (_, worker) => spanWith(worker, [0, worker]));
  const spans = spansOf(tasks);
  const groups = workerGroups(workersOf(64, spans), 16);
  const rows = timelineRows(spans, groups, { from: 0, to: 64, cells: 1 });
  assert.deepEqual(
    rows.slice(0, 2).map(([cell]) => cell!.busy * 64),
    [1.5, 5.5],
  );
});

test('workers outside the groups are left out', () => {
  const spans = spansOf([spanWith(0, [0, 10]), spanWith(1, [0, 10])]);
  const rows = timelineRows(spans, [{ workers: [1] }], { from: 0, to: 10, cells: 1 });
  assert.deepEqual(rows.map(busyOf), [[1]]);
});

test('a task that took no time is in no cell, but starts in one', () => {
  const [row] = rowsOf([spanWith(0, [5, 5])], 1, { from: 0, to: 10, cells: 2 });
  assert.deepEqual(
    row?.map(({ busy, starts }) => [busy, starts]),
    [
      [0, 0],
      [0, 1],
    ],
  );
});

const random = seeded(7);
const below = (most: number) => Math.floor(random() * most);

/** Tasks with full time accounts, one after another on each worker. */
function anyTasks(workers: number): readonly Span[] {
  return Array.from({ length: workers }, (_, worker) => worker).flatMap((worker) => {
    let at = random() * 20;
    return Array.from({ length: below(30) }, () => {
      const start = at;
      const end = start + random() * 10 ** below(3);
      at = end + (random() < 0.5 ? 0 : random() * 5);
      const onCpu = (end - start) * random();
      const waiting = (end - start - onCpu) * random();
      return spanWith(worker, [start, end], {
        onCpu,
        waiting,
        blocked: end - start - onCpu - waiting,
      });
    });
  });
}

/** How much of a task lies in the stretch. */
const within = ({ start, end }: Span, { from, to }: Stretch) =>
  Math.max(0, Math.min(end, to) - Math.max(start, from));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('at every zoom all cells add up to the time of the tasks, and so do the parts of it', () => {
  for (let sample = 0; sample < 300; sample++) {
    const workers = 1 + below(80);
    const tasks = anyTasks(workers);
    const spans = spansOf(tasks);
    const length = lengthOfPass(spans, 1);
    const from = random() < 0.3 ? 0 : random() * length;
    const to = from + (length - from) * (random() < 0.3 ? 1 : 0.001 + 0.9 * random());
    const stretch = { from, to, cells: 1 + below(200) };
    const groups = workerGroups(workersOf(workers, spans), 1 + below(40));
    const rows = timelineRows(spans, groups, stretch);
    const slice = (to - from) / stretch.cells;
    const total = (valueOf: (cell: TimelineCell) => number) =>
      sum(rows.map((row, index) => sum(row.map(valueOf)) * slice * groups[index]!.workers.length));
    const reported = (field: 'onCpu' | 'waiting' | 'blocked') =>
      sum(tasks.map((one) => (one[field]! / (one.end - one.start)) * within(one, stretch)));
    const close = (one: number, other: number) =>
      assert.ok(Math.abs(one - other) <= 1e-9 * (1 + other), `${one} and ${other} in ${sample}`);
    close(
      total(({ busy }) => busy),
      sum(tasks.map((one) => within(one, stretch))),
    );
    close(
      total(({ onCpu }) => onCpu),
      reported('onCpu'),
    );
    close(
      total(({ waiting }) => waiting),
      reported('waiting'),
    );
    close(
      total(({ blocked }) => blocked),
      reported('blocked'),
    );
    assert.ok(rows.flat().every(({ busy }) => busy <= 1 + 1e-9));
  }
});

test('a pass lasts as long as its wall, or until its last task if that is later', () => {
  assert.equal(lengthOfPass(spansOf([spanWith(0, [0, 8])]), 10), 10);
  assert.equal(lengthOfPass(spansOf([spanWith(0, [0, 8]), spanWith(1, [0, 5])])), 8);
  assert.ok(lengthOfPass(spansOf([]), 0) > 0);
});

test('the time accounts are those of all tasks together', () => {
  const all = spanWith(0, [0, 1], { onCpu: 1, waiting: 0, blocked: 0 });
  const some = spanWith(0, [0, 1], { onCpu: 1 });
  const none = spanWith(0, [0, 1]);
  assert.deepEqual(timeAccountsOf(spansOf([all])), { onCpu: true, waiting: true, unknown: false });
  assert.deepEqual(timeAccountsOf(spansOf([all, some])), {
    onCpu: true,
    waiting: true,
    unknown: true,
  });
  assert.deepEqual(timeAccountsOf(spansOf([some, none])), {
    onCpu: true,
    waiting: false,
    unknown: true,
  });
  assert.deepEqual(timeAccountsOf(spansOf([none])), {
    onCpu: false,
    waiting: false,
    unknown: false,
  });
});
