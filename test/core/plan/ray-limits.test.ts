import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rayDeadline } from '../../../source/core/plan/ray-limits.ts';

test('a job may make no progress for five minutes, and longer where a task takes long', () => {
  assert.equal(Math.round(rayDeadline({ workload: 'list', size: 0 }) / 1000), 300);
  // A task of ten million terms takes a quarter of an hour in CPython.
  assert.equal(Math.round(rayDeadline({ workload: 'pair', size: 10_000_000 }) / 3_600_000), 5);
});
