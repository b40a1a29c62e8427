import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  withWorkerSample,
  type WorkerHistory,
} from '../../../source/core/profile/worker-history.ts';

const after = (samples: number): WorkerHistory =>
  Array.from({ length: samples }, (_, at) => ({ at, workers: [] })).reduce<WorkerHistory>(
    withWorkerSample,
    [],
  );

test('samples are kept in their order', () => {
  assert.deepEqual(
    after(3).map(({ at }) => at),
    [0, 1, 2],
  );
});

test('a long pass keeps samples of all of its time, and always the last', () => {
  for (const samples of [513, 5000, 20_000]) {
    const times = after(samples).map(({ at }) => at);
    assert.ok(times.length <= 512, `${times.length}`);
    assert.equal(times.at(-1), samples - 1);
    const widest = Math.max(...times.map((at, index) => at - (times[index - 1] ?? 0)));
    assert.ok(widest <= samples / 50, `${samples}: ${widest}`);
  }
});
