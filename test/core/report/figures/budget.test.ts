import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../../source/core/profile/build-spans.ts';
import { caseOf } from '../../../../source/core/plan/plan.ts';
import {
  budgetOf,
  speedupWithout,
  type Timing,
} from '../../../../source/core/report/figures/budget.ts';
import type { Budget } from '../../../../source/core/report/figures/parts.ts';
import { popOf } from '../../../../source/core/report/figures/pop.ts';
import { dealt, type Dealing } from '../../../helpers/profiles/dealt.ts';
import { passOf, planWith } from '../../../helpers/profiles/profiles.ts';
import { madeUpPass } from '../../../helpers/profiles/made-up-profiles.ts';
import { seeded } from '../../../helpers/numbers/random.ts';

/** The same tasks one after another. */
function oneByOne(random: () => number, tasks: number): Timing {
  return madeUpPass(random, 1, tasks);
}

/** CPUs enough for all workers, or not, or a quota of a part of them. */
const someCpus = (random: () => number, workers: number): number =>
  [workers, 1 + Math.floor(random() * workers), 1 + random() * workers][Math.floor(random() * 3)]!;

const sumOf = ({ parts }: Pick<Budget, 'parts'>): number =>
  parts.reduce((sum, { workers }) => sum + workers, 0);

test('the parts of 1,000 made-up passes and the work add up to the workers, and so do those that nobody split', () => {
  const random = seeded(7);
  for (let nth = 0; nth < 1000; nth++) {
    const [workers, tasks] = [1 + Math.floor(random() * 40), 1 + Math.floor(random() * 200)];
    const bounds = { workers, tasks, cpus: someCpus(random, workers) };
    const [pass, local] = [madeUpPass(random, workers, tasks), oneByOne(random, tasks)];
    const { count, worker, start, end } = pass.spans;
    const untold = { count, worker, start, end };
    for (const timed of [pass, { ...pass, spans: untold }]) {
      const budget = budgetOf(timed, bounds, local);
      const error = sumOf(budget) + local.wall / pass.wall - workers;
      assert.ok(Math.abs(error) < 1e-9 * workers, `pass ${nth}: ${error}`);
    }
  }
});

test('the factors of 200 made-up passes multiply to the efficiency', () => {
  const random = seeded(8);
  for (let nth = 0; nth < 200; nth++) {
    const [workers, tasks] = [1 + Math.floor(random() * 40), 1 + Math.floor(random() * 200)];
    const [pass, local] = [madeUpPass(random, workers, tasks), oneByOne(random, tasks)];
    const { efficiency, loadBalance, orchestration, ...rest } = popOf(pass, workers, local)!;
    const product = rest.computationScaling * loadBalance * orchestration * rest.localOverhead;
    assert.ok(Math.abs(product / efficiency - 1) < 1e-9, `pass ${nth}`);
    assert.ok(Math.abs(efficiency / (local.wall / pass.wall / workers) - 1) < 1e-9);
    assert.ok(loadBalance <= 1 + 1e-9 && orchestration <= 1 + 1e-9);
  }
});

const plan = planWith({ tasks: 12, workers: 4, rounds: 1 });
const bounds = { workers: 4, tasks: 12, cpus: 4 };
const local = dealt(caseOf(plan, passOf(plan, 'local')), { task: 10 });

type CoreTimes = Readonly<Record<string, number>>;

const coreTimes = (budget: Pick<Budget, 'parts'>): CoreTimes =>
  Object.fromEntries(
    budget.parts
      .filter(({ coreTime }) => Math.abs(coreTime) > 1e-9)
      .map(({ name, coreTime }) => [name, Number(coreTime.toFixed(6))]),
  );

/** The parts of 12 tasks of 10 ms on four workers; without losses the pass takes 30 ms. */
const partsWith = (dealing: Partial<Dealing>, cpus = 4): CoreTimes =>
  coreTimes(
    budgetOf(
      dealt(caseOf(plan, passOf(plan, 'pool')), { task: 10, ...dealing }),
      { ...bounds, cpus },
      local,
    ),
  );

test('what holds up every worker alike stands in its own part and nowhere else', () => {
  assert.deepEqual(partsWith({}), {});
  assert.deepEqual(partsWith({ dispatch: 2 }), { 'handing out': 4 * 2 });
  assert.deepEqual(partsWith({ gap: 0.5 }), { 'between two tasks': 4 * 2 * 0.5 });
  assert.deepEqual(partsWith({ slower: 3 }), { 'slower side by side': 12 * 3 });
  assert.deepEqual(partsWith({ waiting: 1 }), { 'waiting for a CPU': 12 });
  assert.deepEqual(partsWith({ blocked: 0.25 }), { blocked: 3 });
  assert.deepEqual(partsWith({ tail: 5 }), { 'idle at the end': 4 * 5 });
});

test('what local pays as well is no loss', () => {
  const delays = { dispatch: 2, gap: 0.5, waiting: 1, tail: 5 };
  const alone = dealt(caseOf(plan, passOf(plan, 'local')), { task: 10, ...delays });
  const pool = dealt(caseOf(plan, passOf(plan, 'pool')), { task: 10, ...delays });
  assert.deepEqual(coreTimes(budgetOf(pool, bounds, alone)), {
    'handing out': 3 * 2,
    'between two tasks': (8 - 11) * 0.5,
    'idle at the end': 3 * 5,
  });
});

test('what holds up one worker is its own loss, and the idling of the three that are done before', () => {
  assert.deepEqual(partsWith({ late: 6 }), { 'handing out': 6, 'idle at the end': 3 * 6 });
  assert.deepEqual(partsWith({ slowWorker: 2 }), {
    'slower side by side': 3 * 2,
    'idle at the end': 3 * 3 * 2,
  });
});

test('several hold-ups at once do not hide in one another', () => {
  const all = { dispatch: 2, gap: 0.5, slower: 3, waiting: 1, blocked: 0.25, tail: 5 };
  assert.deepEqual(partsWith(all), {
    'slower side by side': 36,
    'waiting for a CPU': 12,
    blocked: 3,
    'handing out': 8,
    'between two tasks': 4,
    'idle at the end': 20,
  });
});

test('if the system does not report what a task did its longer duration is one part', () => {
  assert.deepEqual(partsWith({ untold: true, slower: 3, waiting: 1 }), {
    'slower or waiting': 12 * 4,
  });
});

test('a part that was gained is negative', () => {
  assert.deepEqual(partsWith({ slower: -1 }), { 'slower side by side': -12 });
});

test('workers that share CPUs are a part of their own, taken off the waiting that it shows in', () => {
  // Twice as long: each of four workers waits for one of two CPUs half of its time.
  assert.deepEqual(partsWith({ waiting: 10 }, 2), { 'more workers than CPUs': 2 * 60 });
  assert.deepEqual(partsWith({ waiting: 11 }, 2), {
    'more workers than CPUs': 2 * 63,
    'waiting for a CPU': 12 * 11 - 2 * 63,
  });
});

test('what neither waiting nor blocking explains is taken off the time outside of tasks', () => {
  assert.deepEqual(partsWith({ gap: 15 }, 2), { 'more workers than CPUs': 2 * 60 });
});

test('a limit that shows nowhere makes the waiting negative', () => {
  assert.deepEqual(partsWith({}, 2), {
    'more workers than CPUs': 2 * 30,
    'waiting for a CPU': -2 * 30,
  });
  assert.deepEqual(partsWith({ untold: true }, 2), {
    'more workers than CPUs': 2 * 30,
    'slower or waiting': -2 * 30,
  });
});

test('places that the tasks leave empty are a part of their own, taken off the idling at the end', () => {
  const few = planWith({ tasks: 3, workers: 4, rounds: 1 });
  const one = dealt(caseOf(few, passOf(few, 'local')), { task: 10 });
  const pool = dealt(caseOf(few, passOf(few, 'pool')), { task: 10 });
  assert.deepEqual(coreTimes(budgetOf(pool, { ...bounds, tasks: 3 }, one)), {
    'tasks that do not divide': 10,
  });
});

test('a task on a worker too many does not break the sum', () => {
  const task = { start: 0, end: 10 };
  const pass = { wall: 10, spans: spansOf([0, 1, 2].map((worker) => ({ worker, ...task }))) };
  const alone = {
    wall: 30,
    spans: spansOf([0, 10, 20].map((at) => ({ worker: 0, start: at, end: at + 10 }))),
  };
  assert.ok(Math.abs(sumOf(budgetOf(pass, { workers: 2, tasks: 3, cpus: 2 }, alone)) + 1) < 1e-9);
});

test('as fast without a part is the speed-up of a pass in which its time is gone', () => {
  // 12 tasks of 10 ms on four workers: 4x without the gaps of 2 × 15 ms.
  const pool = dealt(caseOf(plan, passOf(plan, 'pool')), { task: 10, gap: 15 });
  const budget = budgetOf(pool, bounds, local);
  const gaps = budget.parts.find(({ name }) => name === 'between two tasks')!;
  assert.equal(budget.local / budget.wall, 2);
  assert.equal(speedupWithout(gaps, budget), 4);
});

test('there is no speed-up without a part that takes all the time', () => {
  const budget = { workers: 2, wall: 10, local: 10 };
  assert.equal(speedupWithout({ coreTime: 20 }, budget), undefined);
});

test('three workers of which one does half are balanced to five sixths', () => {
  const spans = spansOf([
    { worker: 0, start: 0, end: 8 },
    { worker: 1, start: 0, end: 8 },
    { worker: 2, start: 0, end: 4 },
  ]);
  const alone = { wall: 20, spans: spansOf([{ worker: 0, start: 0, end: 16 }]) };
  assert.deepEqual(popOf({ wall: 10, spans }, 3, alone), {
    efficiency: 20 / 30,
    computationScaling: 0.8,
    loadBalance: 20 / 3 / 8,
    orchestration: 0.8,
    localOverhead: 20 / 16,
  });
});

test('tasks that take no time at all have no factors', () => {
  const nothing = { wall: 1, spans: spansOf([{ worker: 0, start: 0.5, end: 0.5 }]) };
  assert.equal(popOf(nothing, 2, nothing), undefined);
});
