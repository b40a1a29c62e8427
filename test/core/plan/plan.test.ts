import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchOf } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
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
