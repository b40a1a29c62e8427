import assert from 'node:assert/strict';
import { test } from 'node:test';
import { law } from '../../../source/core/plan/calibration.ts';
import { forecastOf } from '../../../source/core/plan/forecast.ts';
import { judgeMemory, timesMemory } from '../../../source/core/plan/memory.ts';
import { threadBytes } from '../../../source/core/plan/memory.ts';
import { workloads } from '../../../source/core/plan/workload.ts';
import { calibrationWith, planWith } from '../../helpers/profiles/profiles.ts';

type Shape = { readonly tasks: number; readonly workers: number; readonly cpus?: number };

/** Walls of local and pool if a task takes 100 ms. */
function walls({ tasks, workers, cpus = 4 }: Shape, gap = 0) {
  const calibration = calibrationWith({ a: 100, b: 0, gap });
  const plan = planWith({ tasks, workers, cpus, calibration });
  return forecastOf(plan, { cpus, calibration }).cases.map(({ wall }) => wall);
}

test('tasks run in whole waves while every worker has a CPU', () => {
  assert.deepEqual(walls({ tasks: 8, workers: 4 }), [800, 200]);
  assert.deepEqual(walls({ tasks: 9, workers: 4 }), [900, 300]);
  assert.deepEqual(walls({ tasks: 8, workers: 3 }), [800, 300]);
});

test('workers beyond the CPUs share them', () => {
  assert.deepEqual(walls({ tasks: 8, workers: 8 }), [800, 200]);
  assert.deepEqual(walls({ tasks: 9, workers: 8 }), [900, 225]);
  assert.deepEqual(walls({ tasks: 8, workers: 8, cpus: 1 }), [800, 800]);
});

test('a quota slows down workers that use more than it grants, even a single one', () => {
  const calibration = calibrationWith({ a: 100, b: 0 });
  const wallsOn = (capacity: number, workers: number) => {
    const cpus = Math.max(1, Math.floor(capacity));
    const plan = planWith({ tasks: 12, workers, cpus, calibration });
    return forecastOf(plan, { cpus, capacity, calibration }).cases.map(({ wall }) => wall);
  };
  assert.deepEqual(wallsOn(0.5, 1), [2400, 2400]);
  assert.deepEqual(wallsOn(1.5, 2), [1200, 800]);
  assert.deepEqual(wallsOn(2.5, 2), [1200, 600]);
});

test('no pass is shorter than one task', () => {
  assert.deepEqual(walls({ tasks: 2, workers: 4 }), [200, 100]);
  assert.deepEqual(walls({ tasks: 2, workers: 8 }), [200, 100]);
});

test('every task has a gap behind it', () => {
  assert.deepEqual(walls({ tasks: 8, workers: 4 }, 25), [1000, 250]);
  assert.deepEqual(walls({ tasks: 9, workers: 8 }, 60), [1440, 540]);
});

test('one thread hands out all tasks, however many workers there are', () => {
  assert.deepEqual(walls({ tasks: 80, workers: 16, cpus: 16 }, 25), [10_000, 2000]);
});

test('a forecast names every case, all passes and all memory', () => {
  const calibration = calibrationWith({ a: 0, b: 0, c: 1e-6 });
  const plan = planWith({ size: 10_000, tasks: 4, rounds: 3, calibration });
  const one = workloads.list.bytes(10_000) + threadBytes;
  assert.deepEqual(forecastOf(plan, { cpus: 4, calibration }), {
    cases: [
      { case: 'local', wall: 400, memory: one },
      { case: 'pool', wall: 100, memory: 4 * one },
    ],
    passes: 1500,
    whole: true,
    memory: 5 * one + timesMemory(plan),
  });
});

const memory = { total: 4000e6, free: 2000e6, limit: 1000e6 };

const judged = [
  [0, 'fine', '0 B at once: under 1 % of what is free'],
  [4.9e6, 'fine', '4.90 MB at once: under 1 % of what is free'],
  [5e6, 'fine', '5.00 MB at once: 1 % of what is free'],
  [500e6, 'fine', '500 MB at once: 50 % of what is free'],
  [500e6 + 1, 'warn', '500 MB at once: 50 % of what is free'],
  [510e6, 'warn', '510 MB at once: 51 % of what is free'],
  [800e6, 'warn', '800 MB at once: 80 % of what is free'],
  [800e6 + 1, 'refuse', '800 MB at once: 80 % of what is free'],
  [22.4e9, 'refuse', '22.4 GB at once: 2,240 % of what is free'],
] as const;

for (const [needed, level, sentence] of judged) {
  test(`${needed} bytes of 1 GB are ${level}`, () => {
    assert.deepEqual(judgeMemory(needed, memory), { level, sentence });
  });
}

test('without free memory every plan is refused', () => {
  assert.deepEqual(judgeMemory(1, { ...memory, limit: 0 }), {
    level: 'refuse',
    sentence: '1 B at once, and nothing is free',
  });
});

test('Python takes as much longer here than on a nominal core as our own kernel does', () => {
  const { cost, pythonCost } = workloads.list;
  const size = 50_000;
  for (const slower of [1, 2.5]) {
    const { a, b, c } = { a: cost.a * slower, b: cost.b * slower, c: cost.c * slower };
    const calibration = calibrationWith({ a, b, c });
    const plan = planWith({ engines: ['python'], size, tasks: 8, calibration });
    const [found] = forecastOf(plan, { cpus: 4, calibration }).cases;
    const expected = 8 * slower * law(pythonCost!, size);
    assert.ok(Math.abs(found!.wall! / expected - 1) < 1e-9);
  }
});
