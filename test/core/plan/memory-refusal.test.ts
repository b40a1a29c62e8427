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
  assert.equal(refusal(2e9), 'list needs 2.29 GB at once: 114 % of what is free');
});
