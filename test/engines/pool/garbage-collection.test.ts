import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { rowsOf } from '../../helpers/profiles/rows.ts';
import type { Span } from '../../../source/core/profile/span.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import { defaultSettings } from '../../../source/core/plan/settings.ts';
import type { WorkloadName } from '../../../source/core/plan/workload.ts';
import { collectionTimesIn } from '../../../source/engines/pool/garbage-collection.ts';
import { poolEngine } from '../../../source/engines/pool/pool.ts';
import { moduleFor } from '../../../source/workload/open-kernel.ts';

const task = (worker: number, [start, end]: readonly [number, number]) => ({
  worker,
  start,
  end,
});

test('a pause counts for the task during which its worker paused, and for no other', () => {
  const spans = spansOf([task(0, [10, 20]), task(1, [10, 30]), task(0, [22, 40])]);
  const pauses = new Map([
    [
      0,
      [
        { start: 1, end: 5 },
        { start: 11, end: 13 },
        { start: 15, end: 16 },
        { start: 20.5, end: 21.5 },
        { start: 25, end: 31 },
        { start: 50, end: 60 },
      ],
    ],
    [1, [{ start: 29, end: 30 }]],
  ]);
  assert.deepEqual([...collectionTimesIn(spans, pauses)], [3, 1, 6]);
});

test('a worker without a pause has a collection time of 0', () => {
  assert.deepEqual([...collectionTimesIn(spansOf([task(0, [1, 2])]), new Map())], [0]);
});

/** Runs a pass of ten tasks on two workers. */
async function tasksOf(workload: WorkloadName): Promise<readonly Span[]> {
  const engine = poolEngine('pool', { moduleFor });
  const calibration = { workload, a: 0, b: 0, c: 1e-6 };
  const settings = { ...defaultSettings, workload, engines: ['pool'] as const, size: 10_000 };
  const plan = planOf({ ...settings, tasks: 10, workers: 2 }, { cpus: 2, calibration });
  const { signal } = new AbortController();
  try {
    await engine.open(plan, () => {}, signal);
    const outcome = await engine.run(plan.cases[0]!, () => {}, signal);
    assert.ok(outcome.status === 'finished');
    return rowsOf(outcome.spans);
  } finally {
    await engine.close();
  }
}

test('every task of bigint reports its garbage collection time, at most its own time', async () => {
  const spans = await tasksOf('bigint');
  const times = spans.map(({ collecting }) => collecting ?? Number.NaN);
  assert.ok(spans.every(({ start, end }, index) => times[index]! <= end - start));
  // Ten lists of 4 MB: V8 collects during the second one at the latest.
  assert.ok(times.some((time) => time > 0));
});

test('tasks that allocate nothing report none', async () => {
  const spans = await tasksOf('list');
  assert.ok(spans.every(({ collecting }) => collecting === undefined));
});
