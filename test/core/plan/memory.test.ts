import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseMemory,
  planMemory,
  threadBytes,
  timesMemory,
} from '../../../source/core/plan/memory.ts';
import { workloads } from '../../../source/core/plan/workload.ts';
import type { Plan } from '../../../source/core/plan/plan.ts';
import { planWith } from '../../helpers/profiles/profiles.ts';

test('a case holds the memory of as many tasks as it runs at once, and a thread for every worker', () => {
  const one = workloads.list.bytes(1000);
  const memory = (tasks: number, workers: number) =>
    planWith({ tasks, workers }).cases.map(caseMemory);
  assert.deepEqual(memory(8, 4), [one + threadBytes, 4 * one + 4 * threadBytes]);
  assert.deepEqual(memory(3, 4), [one + threadBytes, 3 * one + 4 * threadBytes]);
  assert.deepEqual(memory(1, 4), [one + threadBytes, one + 4 * threadBytes]);
});

test('a plan holds the memory of all its cases at once, and the times of all tasks', () => {
  const one = workloads.list.bytes(1000) + threadBytes;
  const cases = (plan: Plan) => planMemory(plan) - timesMemory(plan);
  assert.equal(cases(planWith()), 5 * one);
  assert.equal(cases(planWith({ engines: ['pool'] })), 4 * one);
  assert.equal(cases(planWith({ engines: ['local', 'pool', 'pool'] })), 9 * one);
  assert.equal(cases(planWith({ size: 0 })), 5 * threadBytes);
});

test('the times of a task take 50 bytes in every pass, and as many where its pass is measured', () => {
  assert.equal(timesMemory(planWith({ tasks: 8, rounds: 5 })), (2 * 5 + 1) * 8 * 50);
  assert.equal(timesMemory(planWith({ tasks: 8, rounds: 1, engines: ['pool'] })), 2 * 8 * 50);
});

test('Python holds the memory of one task in its own terms, and its process', () => {
  const { pythonBytes } = workloads.list;
  const memory = (size: number, tasks = 8) =>
    caseMemory(planWith({ engines: ['python'], size, tasks }).cases[0]!);
  const process = memory(0) - pythonBytes!(0);
  assert.equal(memory(50_000), pythonBytes!(50_000) + process);
  assert.equal(memory(50_000, 1), memory(50_000));
});
