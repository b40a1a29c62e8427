import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import {
  edgesOf,
  histogramOf,
  taskTimesOf,
  timesAxis,
  type TaskTimes,
} from '../../../source/core/timeline/task-times.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { spanWith } from '../../helpers/profiles/timelines.ts';

const timesOf = (...lengths: readonly number[]): TaskTimes =>
  taskTimesOf(
    spansOf(lengths.map((length, task) => spanWith(0, [10 * task, 10 * task + length], { task }))),
  )!;

const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(6)));

test('the times of tasks are sorted, and the middle one is their median', () => {
  const { sorted, median } = timesOf(3, 1, 2);
  assert.deepEqual([...sorted], [1, 2, 3]);
  assert.equal(median, 2);
  assert.equal(timesOf(4, 1, 2, 3).median, 2.5);
  assert.equal(taskTimesOf(spansOf([])), undefined);
});

test('an axis holds the tasks of all engines', () => {
  const axis = timesAxis([timesOf(10, 11, 12), timesOf(14, 15, 16)]);
  assert.deepEqual(axis, { from: 10, to: 16, logarithmic: false });
});

test('equal tasks have an axis around them', () => {
  assert.deepEqual(timesAxis([timesOf(10, 10, 10)]), { from: 9.5, to: 10.5, logarithmic: false });
  const { from, to } = timesAxis([timesOf(0, 0)])!;
  assert.equal(from, 0);
  assert.ok(to > from);
});

test('an outlier is counted, and does not stretch the axis', () => {
  const times = timesOf(10, 11, 11, 12, 12, 12, 13, 13, 14, 200);
  const axis = timesAxis([times])!;
  assert.deepEqual(axis, { from: 10, to: 14, logarithmic: false });
  assert.deepEqual(histogramOf(times, axis, 4), { bins: [1, 2, 3, 3], shorter: 0, longer: 1 });
  const quick = timesOf(1, 10, 11, 11, 12, 12, 12, 13, 13, 14);
  assert.equal(histogramOf(quick, timesAxis([quick])!, 4).shorter, 1);
});

test('engines that differ widely share a logarithmic axis', () => {
  const axis = timesAxis([timesOf(1, 1, 1), timesOf(100, 100, 100)])!;
  assert.deepEqual(axis, { from: 1, to: 100, logarithmic: true });
  assert.deepEqual(rounded(edgesOf(axis, 4)), [1, 3.162278, 10, 31.622777, 100]);
  assert.deepEqual(histogramOf(timesOf(1, 5, 100), axis, 4).bins, [1, 1, 0, 1]);
});

test('a bin holds its lower edge, and the last one its upper edge, too', () => {
  const axis = { from: 0, to: 4, logarithmic: false };
  assert.deepEqual(histogramOf(timesOf(0, 1, 1, 2, 4), axis, 4).bins, [1, 2, 1, 1]);
});

test('no task is lost or counted twice, whatever the times and the bins', () => {
  const random = seeded(5);
  for (let sample = 0; sample < 300; sample++) {
    const scale = 10 ** (8 * random() - 4);
    const passes = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      timesOf(
        ...Array.from(
          { length: 1 + Math.floor(random() * 60) },
          () => scale * random() ** 3 * (random() < 0.1 ? 100 : 1),
        ),
      ),
    );
    const axis = timesAxis(passes)!;
    assert.ok(axis.to > axis.from);
    for (const times of passes) {
      const { bins, shorter, longer } = histogramOf(times, axis, 1 + Math.floor(random() * 90));
      const total = bins.reduce((sum, tasks) => sum + tasks, shorter + longer);
      assert.equal(total, times.sorted.length);
      assert.ok(bins.every((tasks) => tasks >= 0));
    }
  }
});
