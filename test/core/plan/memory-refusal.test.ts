import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalOf } from '../../../source/core/plan/memory.ts';
import { machineWith, planWith } from '../../helpers/profiles/profiles.ts';

/** 100,000 terms on five workers in total need 2.29 GB. */
const plan = planWith({ size: 100_000 });

const refusal = (limit: number) =>
  refusalOf(plan, machineWith({ memory: { total: limit, free: limit, limit } }));

test('a plan that fits is not refused', () => {
  assert.equal(refusal(3e9), undefined);
  assert.equal(refusal(16e9), undefined);
});

test('a plan beyond 80 % of what is free is refused with the numbers', () => {
  assert.deepEqual(refusal(2e9), {
    refusal: 'list needs 2.29 GB at once: 114 % of what is free',
    cause: 'work',
  });
});

/** A plan of tasks that need hardly any memory but for their times. */
const many = (tasks: number, rounds: number) => planWith({ workload: 'pair', tasks, rounds });
const within = (limit: number) => machineWith({ memory: { total: limit, free: limit, limit } });

test('a plan whose task times do not fit is refused for these, with the numbers', () => {
  assert.equal(refusalOf(many(1_000_000, 1), within(16e9)), undefined);
  assert.equal(refusalOf(many(200_000, 5), within(16e9)), undefined);
  assert.deepEqual(refusalOf(many(1_000_000, 4), within(0.5e9)), {
    refusal: '4 rounds of 1,000,000 tasks keep 450 MB of task times: 90 % of what is free',
    cause: 'tasks',
  });
});

test('a plan that keeps more task times than a report can be made of is refused on any machine', () => {
  assert.deepEqual(refusalOf(many(1_000_000, 50), within(1e12)), {
    refusal: '50 rounds of 1,000,000 tasks keep 5.05 GB of task times: the most is 2.00 GB',
    cause: 'tasks',
  });
});
