import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { serialize } from 'node:v8';
import { openSpans, spansOf } from '../../../source/core/profile/build-spans.ts';
import type { Span } from '../../../source/core/profile/span.ts';
import { openAssembly, sliceOf } from '../../../source/core/profile/span-slices.ts';
import type { Spans } from '../../../source/core/profile/spans.ts';
import { randomTasks } from '../../helpers/profiles/random-tasks.ts';
import { rowsOf } from '../../helpers/profiles/rows.ts';

const seeds = Array.from({ length: 300 }, (_, seed) => seed);

/** Tasks as a pool reports them. */
const usual = (tasks: number): readonly Span[] =>
  Array.from({ length: tasks }, (_, task) => ({
    task,
    worker: task % 4,
    cpu: task % 2,
    digest: '72a7ca8af1d500a2',
    start: task,
    end: task + 1,
    onCpu: 0.5,
    waiting: 0.25,
    blocked: 0.25,
  }));

/** Bytes of all columns. */
const sizeOf = (spans: Spans): number =>
  [...Object.values(spans), spans.digest?.at, spans.kept?.at].reduce<number>(
    (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );

suite('spans', () => {
  test('give 300 kinds of made-up tasks back, with what each of them lacks', () => {
    for (const seed of seeds) {
      const tasks = randomTasks(seed);
      assert.equal(JSON.stringify(rowsOf(spansOf(tasks))), JSON.stringify(tasks), `seed ${seed}`);
    }
  });

  test('take at most 40 bytes for a task of a pool', () => {
    assert.ok(sizeOf(spansOf(usual(1000))) <= 40_000);
  });

  test('are the same whatever the order in which their tasks come', () => {
    const tasks = usual(50);
    const open = openSpans(50);
    tasks.toReversed().forEach((task) => open.put(task.task, task));
    assert.deepEqual(open.spans(), spansOf(tasks));
  });

  test('count their times from an origin', () => {
    const open = openSpans(1);
    open.put(0, { worker: 0, start: 105, end: 107 }, 100);
    assert.deepEqual(rowsOf(open.spans()), [{ task: 0, worker: 0, start: 5, end: 7 }]);
  });
});

suite('slices of spans', () => {
  test('put together are what they were cut from, after a way to another process too', () => {
    for (const seed of seeds) {
      const spans = spansOf(randomTasks(seed));
      const assembly = openAssembly();
      const step = 1 + (seed % 13);
      const starts = Array.from({ length: Math.ceil(spans.count / step) || 1 }, (_, i) => i * step);
      for (const from of seed % 2 === 0 ? starts : starts.toReversed()) {
        assert.equal(assembly.spans(), undefined);
        assembly.add(structuredClone(sliceOf(spans, from, from + step)));
      }

      assert.deepEqual(assembly.spans(), spans, `seed ${seed}`);
    }
  });

  test('carry no more than their own tasks to another process', () => {
    const spans = spansOf(usual(1000));
    const [few, all] = [10, 1000].map((to) => serialize(sliceOf(spans, 0, to)).length);
    assert.ok(few! < all! / 20, `${few} of ${all} bytes`);
  });
});
