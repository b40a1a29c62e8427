import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchOf } from '../../../source/core/plan/plan.ts';
import { moreRounds, planOf, withRounds } from '../../../source/core/plan/plan-of.ts';
import { calibrationWith, planWith, settingsWith } from '../../helpers/profiles/profiles.ts';

const orderOf = (plan: ReturnType<typeof planWith>) =>
  plan.passes.map(({ index, round, case: id }) => [index, round, id]);

test('every second round runs its cases in reverse', () => {
  assert.deepEqual(orderOf(planWith({ rounds: 3 })), [
    [0, 1, 'local'],
    [1, 1, 'pool'],
    [2, 2, 'pool'],
    [3, 2, 'local'],
    [4, 3, 'local'],
    [5, 3, 'pool'],
  ]);
});

test('one round is one round', () => {
  assert.deepEqual(orderOf(planWith({ rounds: 1, engines: ['pool'] })), [[0, 1, 'pool']]);
});

test('an engine that is there twice gets two ids', () => {
  const ids = (engines: ('local' | 'pool')[]) => planWith({ engines }).cases.map(({ id }) => id);
  assert.deepEqual(ids(['local', 'local']), ['local', 'local#2']);
  assert.deepEqual(ids(['pool', 'local', 'pool', 'local', 'pool']), [
    'pool',
    'local',
    'pool#2',
    'local#2',
    'pool#3',
  ]);
});

test('a plan completes its settings', () => {
  const settings = settingsWith({ workload: 'pair', size: 77, tasks: 6, workers: 3, rounds: 1 });
  const plan = planOf(settings, { cpus: 2, calibration: calibrationWith() });
  const local = { id: 'local', engine: 'local', workers: 1, workload: 'pair', size: 77, tasks: 6 };
  const pool = { id: 'pool', engine: 'pool', workers: 3, workload: 'pair', size: 77, tasks: 6 };
  assert.deepEqual(plan, {
    tasksFrom: 'user',
    rounds: 1,
    cases: [local, pool],
    passes: [
      { index: 0, round: 1, case: 'local' },
      { index: 1, round: 1, case: 'pool' },
    ],
  });
});

test('cpus stands for the usable CPUs, in tasks and in workers', () => {
  const plan = planWith({ tasks: 'cpus', workers: 'cpus', cpus: 12 });
  assert.equal(batchOf(plan).tasks, 12);
  assert.equal(plan.tasksFrom, 'cpus');
  assert.deepEqual(
    plan.cases.map(({ workers }) => workers),
    [1, 12],
  );
});

test('a plan says that its number of tasks is automatic', () => {
  assert.equal(planWith({ tasks: 'auto' }).tasksFrom, 'auto');
});

test('twice the rounds are enough for a verdict, and end where a plan does', () => {
  assert.deepEqual(
    [1, 2, 3, 5, 600, 1000].map((rounds) => moreRounds({ rounds })),
    [5, 5, 6, 10, 1000, undefined],
  );
});

test('with more rounds Ray takes part in the same share of them', () => {
  const plan = withRounds(
    planWith({ engines: ['local', 'pool', 'ray'], rounds: 5, rayRounds: 3 }),
    10,
  );
  assert.deepEqual([plan.rounds, plan.ray?.rounds, plan.passes.length], [10, 6, 26]);
  assert.deepEqual(
    plan.passes.slice(0, 4).map(({ case: id, round, index }) => [id, round, index]),
    [
      ['local', 1, 0],
      ['pool', 1, 1],
      ['ray', 1, 2],
      ['ray', 2, 3],
    ],
  );
});
