import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseMemory, planMemory, threadBytes } from '../../../source/core/plan/memory.ts';
import { workloads } from '../../../source/core/plan/workload.ts';
import { planWith } from '../../helpers/profiles/profiles.ts';

test('a case holds the memory of as many tasks as it runs at once, and a thread for every worker', () => {
  const one = workloads.list.bytes(1000);
  const memory = (tasks: number, workers: number) =>
    planWith({ tasks, workers }).cases.map(caseMemory);
  assert.deepEqual(memory(8, 4), [one + threadBytes, 4 * one + 4 * threadBytes]);
  assert.deepEqual(memory(3, 4), [one + threadBytes, 3 * one + 4 * threadBytes]);
  assert.deepEqual(memory(1, 4), [one + threadBytes, one + 4 * threadBytes]);
});

test('a plan holds the memory of all its cases at once', () => {
  const one = workloads.list.bytes(1000) + threadBytes;
  assert.equal(planMemory(planWith()), 5 * one);
  assert.equal(planMemory(planWith({ engines: ['pool'] })), 4 * one);
  assert.equal(planMemory(planWith({ engines: ['local', 'pool', 'pool'] })), 9 * one);
  assert.equal(planMemory(planWith({ size: 0 })), 5 * threadBytes);
});
