import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { workerShares } from '../../../source/core/timeline/worker-shares.ts';
import { spanWith } from '../../helpers/profiles/timelines.ts';

test('the time of all workers is split by what they did', () => {
  const account = { onCpu: 30, waiting: 5, blocked: 5 };
  const spans = spansOf([spanWith(0, [0, 40], account), spanWith(1, [10, 50], account)]);
  assert.deepEqual(workerShares(spans, 2, 80), {
    onCpu: 0.375,
    waiting: 0.0625,
    blocked: 0.0625,
    noTask: 0.5,
  });
});

test('what a task does not report is not known', () => {
  const { onCpu, waiting, noTask } = workerShares(spansOf([spanWith(0, [0, 40])]), 1, 80);
  assert.ok(Number.isNaN(onCpu) && Number.isNaN(waiting));
  assert.equal(noTask, 0.5);
});

test('a share is never below 0 or above 1, although times come from different clocks', () => {
  const account = { onCpu: 41, waiting: 1, blocked: -2 };
  const shares = workerShares(spansOf([spanWith(0, [0, 40], account)]), 1, 40);
  assert.deepEqual(shares, { onCpu: 1, waiting: 0.025, blocked: 0, noTask: 0 });
});
