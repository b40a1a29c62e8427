import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../../source/core/profile/build-spans.ts';
import { caseOf } from '../../../../source/core/plan/plan.ts';
import {
  budgetOf,
  type Budget,
  type Timing,
} from '../../../../source/core/report/figures/budget.ts';
import { lossesOf } from '../../../../source/core/report/figures/losses.ts';
import { popOf } from '../../../../source/core/report/figures/pop.ts';
import { dealt, type Dealing } from '../../../helpers/profiles/dealt.ts';
import { passOf, planWith } from '../../../helpers/profiles/profiles.ts';
import { seeded } from '../../../helpers/numbers/random.ts';

/** Tasks on random workers with random pauses; some workers get none. */
function madeUp(random: () => number, workers: number, count: number): Timing {
  const ends = Array.from({ length: workers }, () => random() * 5);
  const tasks = Array.from({ length: count }, () => {
    const worker = Math.floor(random() * workers);
    const start = ends[worker]! + random() ** 4 * 3;
    const [onCpu, waiting, blocked] = [0.1 + random() * 10, random() ** 3, random() ** 5 - 0.01];
    const end = start + onCpu + waiting + blocked;
    ends[worker] = end;
    return { worker, start, end, onCpu, waiting, blocked };
  });
  const wall = Math.max(...tasks.map(({ end }) => end)) + random();
  return { wall, spans: spansOf(random() < 0.5 ? tasks : tasks.toReversed()) };
}

/** The same tasks one after another. */
function oneByOne(random: () => number, tasks: number): Timing {
  return madeUp(random, 1, tasks);
}

/** The sum of all parts except the residual. */
const partsOf = (budget: Budget): number =>
  budget.useful + lossesOf(budget).reduce((sum, { took }) => sum + took, 0);

test('the parts of 200 made-up passes add up to their core-time, and so do those that nobody split', () => {
  const random = seeded(7);
  for (let nth = 0; nth < 200; nth++) {
    const [workers, tasks] = [1 + Math.floor(random() * 40), 1 + Math.floor(random() * 200)];
    const [pass, local] = [madeUp(random, workers, tasks), oneByOne(random, tasks)];
    const { count, worker, start, end } = pass.spans;
    const untold = { count, worker, start, end };
    for (const timed of [pass, { ...pass, spans: untold }]) {
      const budget = budgetOf(timed, workers, local);
      assert.equal(budget.total, workers * pass.wall);
      assert.ok(Math.abs(partsOf(budget) - budget.total) < 0.001 * budget.total, `pass ${nth}`);
      assert.ok(Math.abs(budget.residual) < 1e-6);
    }
  }
});

test('the factors of 200 made-up passes multiply to useful over core-time', () => {
  const random = seeded(8);
  for (let nth = 0; nth < 200; nth++) {
    const [workers, tasks] = [1 + Math.floor(random() * 40), 1 + Math.floor(random() * 200)];
    const [pass, local] = [madeUp(random, workers, tasks), oneByOne(random, tasks)];
    const { useful, total } = budgetOf(pass, workers, local);
    const pop = popOf(pass, workers, local)!;
    const product = pop.computationScaling * pop.loadBalance * pop.orchestration;
    assert.ok(Math.abs(product / pop.efficiency - 1) < 0.001, `pass ${nth}`);
    assert.ok(Math.abs(pop.efficiency / (useful / total) - 1) < 1e-9);
    assert.ok(pop.loadBalance <= 1 + 1e-9 && pop.orchestration <= 1 + 1e-9);
  }
});

const plan = planWith({ tasks: 12, workers: 4, repeats: 1 });
const local = dealt(caseOf(plan, passOf(plan, 'local')), { task: 10 });

/** The losses of 12 tasks of 10 ms on four workers; without losses the pass takes 30 ms. */
function lossesWith(dealing: Partial<Dealing>): Readonly<Record<string, number>> {
  const budget = budgetOf(
    dealt(caseOf(plan, passOf(plan, 'pool')), { task: 10, ...dealing }),
    4,
    local,
  );
  assert.ok(Math.abs(budget.useful - 120) < 1e-9);
  assert.ok(Math.abs(budget.residual) < 1e-9);
  return Object.fromEntries(
    lossesOf(budget)
      .filter(({ took }) => Math.abs(took) > 1e-9)
      .map(({ name, took }) => [name, Number(took.toFixed(6))]),
  );
}

test('what holds up every worker alike stands in its own part and nowhere else', () => {
  assert.deepEqual(lossesWith({}), {});
  assert.deepEqual(lossesWith({ dispatch: 2 }), { dispatch: 4 * 2 });
  assert.deepEqual(lossesWith({ gap: 0.5 }), { gaps: 4 * 2 * 0.5 });
  assert.deepEqual(lossesWith({ slower: 3 }), { slower: 12 * 3 });
  assert.deepEqual(lossesWith({ waiting: 1 }), { waiting: 12 });
  assert.deepEqual(lossesWith({ blocked: 0.25 }), { blocked: 3 });
  assert.deepEqual(lossesWith({ tail: 5 }), { idle: 4 * 5 });
});

test('what holds up one worker is its own loss, and the idling of the three that are done before', () => {
  assert.deepEqual(lossesWith({ late: 6 }), { dispatch: 6, idle: 3 * 6 });
  assert.deepEqual(lossesWith({ slowWorker: 2 }), { slower: 3 * 2, idle: 3 * 3 * 2 });
});

test('several hold-ups at once do not hide in one another', () => {
  const all = { dispatch: 2, gap: 0.5, slower: 3, waiting: 1, blocked: 0.25, tail: 5 };
  assert.deepEqual(lossesWith(all), {
    slower: 36,
    idle: 20,
    waiting: 12,
    dispatch: 8,
    gaps: 4,
    blocked: 3,
  });
});

test('where the system does not tell what a task did its longer duration is one part', () => {
  assert.deepEqual(lossesWith({ untold: true, slower: 3, waiting: 1 }), { inflation: 12 * 4 });
});

test('a part that was gained is negative', () => {
  assert.deepEqual(lossesWith({ slower: -1 }), { slower: -12 });
});

test('workers without a task idle all the time', () => {
  const few = planWith({ tasks: 3, workers: 4, repeats: 1 });
  const one = dealt(caseOf(few, passOf(few, 'local')), { task: 10 });
  const budget = budgetOf(dealt(caseOf(few, passOf(few, 'pool')), { task: 10 }), 4, one);
  assert.deepEqual(
    lossesOf(budget).map(({ name, took }) => [name, took]),
    [
      ['idle', 10],
      ['slower', 0],
      ['waiting', 0],
      ['blocked', 0],
      ['dispatch', 0],
      ['gaps', 0],
    ],
  );
});

test('a task that ran on a worker too many shows in the residual', () => {
  const task = { start: 0, end: 10 };
  const pass = { wall: 10, spans: spansOf([0, 1, 2].map((worker) => ({ worker, ...task }))) };
  const alone = {
    wall: 30,
    spans: spansOf([0, 10, 20].map((at) => ({ worker: 0, start: at, end: at + 10 }))),
  };
  assert.equal(budgetOf(pass, 2, alone).residual, -10);
});

test('three workers of which one does half are balanced to five sixths', () => {
  const spans = spansOf([
    { worker: 0, start: 0, end: 8 },
    { worker: 1, start: 0, end: 8 },
    { worker: 2, start: 0, end: 4 },
  ]);
  const alone = { wall: 16, spans: spansOf([{ worker: 0, start: 0, end: 16 }]) };
  assert.deepEqual(popOf({ wall: 10, spans }, 3, alone), {
    efficiency: 16 / 30,
    computationScaling: 0.8,
    loadBalance: 20 / 3 / 8,
    orchestration: 0.8,
  });
});

test('tasks that take no time at all have no factors', () => {
  const nothing = { wall: 1, spans: spansOf([{ worker: 0, start: 0.5, end: 0.5 }]) };
  assert.equal(popOf(nothing, 2, nothing), undefined);
});
