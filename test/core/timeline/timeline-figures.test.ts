import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { Span } from '../../../source/core/profile/span.ts';
import { timelineFigures } from '../../../source/core/timeline/timeline-figures.ts';
import { workersOf } from '../../../source/core/timeline/worker-groups.ts';
import { spanWith } from '../../helpers/profiles/timelines.ts';

function figures(workers: number, ...tasks: readonly Span[]) {
  const spans = spansOf(tasks);
  return timelineFigures(spans, workersOf(workers, spans));
}

test('ranges over the workers of tasks, first starts and last ends, and the longest gap', () => {
  assert.deepEqual(
    figures(
      2,
      spanWith(0, [12, 20]),
      spanWith(1, [3, 9]),
      spanWith(0, [1, 5]),
      spanWith(0, [21, 30]),
      spanWith(1, [10, 28]),
    ),
    {
      tasks: { least: 2, most: 3 },
      starts: { least: 1, most: 3 },
      ends: { least: 28, most: 30 },
      gap: { length: 7, worker: 0 },
    },
  );
});

test('a worker without a task has none, and neither start nor end', () => {
  assert.deepEqual(figures(3, spanWith(1, [2, 4])), {
    tasks: { least: 0, most: 1 },
    starts: { least: 2, most: 2 },
    ends: { least: 4, most: 4 },
  });
});

test('tasks of one worker that overlap have no gap between them', () => {
  const spans = [spanWith(0, [0, 10]), spanWith(0, [2, 4]), spanWith(0, [9, 12])];
  assert.equal(figures(1, ...spans)?.gap?.length, 0);
});

test('no tasks have no figures', () => {
  assert.equal(figures(4), undefined);
});
