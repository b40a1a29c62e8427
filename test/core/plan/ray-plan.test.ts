import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forecastOf } from '../../../source/core/plan/forecast.ts';
import type { Circumstances, RayRun } from '../../../source/core/plan/circumstances.ts';
import { caseMemory, planMemory, timesMemory } from '../../../source/core/plan/memory.ts';
import { widestOf, type Plan, batchOf } from '../../../source/core/plan/plan.ts';
import { rayDeadline } from '../../../source/core/plan/ray-limits.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import type { Settings } from '../../../source/core/plan/settings.ts';
import { workloads } from '../../../source/core/plan/workload.ts';
import { near } from '../../helpers/numbers/near.ts';
import { calibrationWith, settingsWith } from '../../helpers/profiles/profiles.ts';

const at = 'http://10.0.0.1:8265';
const cluster = { at, cpus: 6, here: false };

/** Eight tasks of 2 ms; Ray has six CPUs, this machine four. */
const planWith = (settings: Partial<Settings> = {}, given: Partial<Circumstances> = {}): Plan =>
  planOf(
    settingsWith({ engines: ['local', 'pool', 'ray'], ray: { at, from: '--ray' }, ...settings }),
    { cpus: 4, calibration: calibrationWith(), cluster, ...given },
  );

const rayOf = (plan: Plan) => plan.cases.find(({ engine }) => engine === 'ray')!;

test('Ray runs in the first rounds alone', () => {
  const order = planWith({ rayRounds: 3 }).passes.map((pass) => `${pass.round} ${pass.case}`);
  assert.equal(
    order.join(', '),
    '1 local, 1 pool, 1 ray, 2 ray, 2 pool, 2 local, 3 local, 3 pool, 3 ray, 4 pool, 4 local, 5 local, 5 pool',
  );
});

test('by itself Ray runs in as many rounds as a verdict takes, in fewer where a round takes long', () => {
  const rounds = (settings: Partial<Settings>, cpus = 6) =>
    planWith({ rounds: 9, ...settings }, { cluster: { ...cluster, cpus } }).ray?.rounds;
  assert.equal(rounds({}), 5);
  assert.equal(rounds({ rounds: 2 }), 2);
  // A task of 50,000 terms takes 76 ms in CPython.
  assert.equal(rounds({ size: 50_000, tasks: 1000 }, 4), 5);
  assert.equal(rounds({ size: 50_000, tasks: 1000 }, 3), 3);
  assert.equal(rounds({ size: 50_000, tasks: 1000, rayRounds: 7 }, 3), 7);
  // Two tasks use two CPUs, however many there are.
  assert.equal(rounds({ workload: 'pair', size: 1_500_000, tasks: 2 }, 500), 3);
});

test('Ray never runs in more rounds than there are', () => {
  assert.equal(planWith({ rounds: 2 }).ray?.rounds, 2);
  assert.equal(planWith({ rounds: 5, rayRounds: 5 }).passes.length, 15);
  assert.equal(planWith({ rounds: 5, rayRounds: 1 }).passes.length, 11);
});

test('P of Ray is every CPU of its cluster, if there are tasks for them', () => {
  assert.equal(rayOf(planWith()).workers, 6);
  assert.equal(rayOf(planWith({ tasks: 3 })).workers, 3);
  assert.equal(rayOf(planWith({ workers: 1 })).workers, 6);
});

test('tasks may be as many as the cluster has CPUs', () => {
  const plan = planWith({ tasks: 'cluster' });
  assert.equal(batchOf(plan).tasks, 6);
  assert.equal(plan.tasksFrom, 'cluster');
});

test('a cluster that was not reached, or another one, counts as one CPU', () => {
  const ray = { at: 'http://10.0.0.2:8265', from: '--ray' };
  assert.equal(rayOf(planWith({ ray })).workers, 1);
  assert.equal(batchOf(planWith({ ray, tasks: 'cluster' })).tasks, 4);
  assert.equal(rayOf(planWith({}, { cluster: { ...cluster, cpus: 0 } })).workers, 1);
});

test('a plan with Ray says where, how often, and when a job ends itself', () => {
  const { ray } = planWith();
  assert.deepEqual(ray, {
    target: { at, from: '--ray' },
    rounds: 5,
    deadline: rayDeadline({ workload: 'list', size: 1000 }),
  });
  assert.equal(planWith({ engines: ['local'] }).ray, undefined);
});

test('a cluster elsewhere takes no memory here, one on this machine does', () => {
  assert.equal(caseMemory(rayOf(planWith())), 0);
  const here = planWith({ tasks: 2 }, { cluster: { ...cluster, here: true } });
  assert.equal(caseMemory(rayOf(here)), 2 * (workloads.list.pythonBytes!(1000) + 80e6));
  const cases = (plan: Plan) => planMemory(plan) - timesMemory(plan);
  assert.equal(cases(here), cases(planWith({ tasks: 2 })) + caseMemory(rayOf(here)));
});

test('the width of a plan is that of its own engines, or of Ray if that is the only one', () => {
  assert.equal(widestOf(planWith().cases), 4);
  assert.equal(widestOf(planWith({ engines: ['ray'] }).cases), 6);
});

test('before its first run Ray has no forecast', () => {
  const forecast = forecastOf(planWith(), { cpus: 4, calibration: calibrationWith(), cluster });
  assert.deepEqual(
    forecast.cases.map(({ wall }) => wall),
    [16, 4, undefined],
  );
  assert.equal(forecast.whole, false);
  assert.equal(forecast.passes, 100);
});

const calibration = calibrationWith();

const rayWall = (plan: Plan, rayRun: RayRun) =>
  forecastOf(plan, { cpus: 4, calibration, cluster, rayRun }).cases[2]?.wall;

test('then it is expected to have the same overhead, and a span in proportion to the work', () => {
  const rayRun = { case: rayOf(planWith()), span: 40, overhead: 2000 };
  assert.equal(rayWall(planWith(), rayRun), 2040);
  // Six waves instead of two, and 3 ms per task instead of 2.
  assert.equal(rayWall(planWith({ tasks: 36, size: 2000 }), rayRun), 2000 + 40 * 3 * 1.5);
});

test('after a run with nothing to compute, the same span is expected', () => {
  const rayRun = { case: { ...rayOf(planWith()), tasks: 0 }, span: 40, overhead: 2000 };
  assert.equal(rayWall(planWith(), rayRun), 2040);
});

test('after a job of empty tasks, the span is expected to be what Python takes for two waves', () => {
  const engines = ['local', 'python', 'ray'] as const;
  const plan = planWith({ engines });
  const empty = { ...rayOf(plan), workload: 'pair', size: 0 } as const;
  const rayRun = { case: empty, span: 40, overhead: 2000 };
  const [, python, ray] = forecastOf(plan, { cpus: 4, calibration, cluster, rayRun }).cases;
  assert.ok(python?.wall !== undefined && ray?.wall !== undefined);
  near(ray.wall, 2000 + (2 / 8) * python.wall, 'the wall');
});

test('a run on another cluster gives no forecast', () => {
  const rayRun = { case: rayOf(planWith()), span: 40, overhead: 2000 };
  const ray = { at: 'http://10.0.0.2:8265', from: '--ray' };
  assert.equal(rayWall(planWith({ ray }), rayRun), undefined);
});

test('with an earlier run the forecast covers all passes, Ray only in its rounds', () => {
  const rayRun = { case: rayOf(planWith()), span: 40, overhead: 60 };
  const plan = planWith({ rayRounds: 3 });
  const forecast = forecastOf(plan, { cpus: 4, calibration, cluster, rayRun });
  assert.equal(forecast.whole, true);
  assert.equal(forecast.passes, 5 * 16 + 5 * 4 + 3 * 100);
});
