import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NumberField, Settings } from '../../../source/core/plan/settings.ts';
import { numberIn, oneTwoFive, stepped, type Direction } from '../../../source/ui/input/steps.ts';
import { settingsWith } from '../../helpers/profiles/profiles.ts';
import { seeded } from '../../helpers/numbers/random.ts';

const steps: ReadonlyArray<readonly [value: number, below: number, above: number]> = [
  [0, 0, 1],
  [1, 0, 2],
  [2, 1, 5],
  [3, 2, 5],
  [5, 2, 10],
  [7, 5, 10],
  [10, 5, 20],
  [99, 50, 100],
  [1000, 500, 2000],
  [49_999, 20_000, 50_000],
  [50_000, 20_000, 100_000],
  [300_000, 200_000, 500_000],
  [10_000_000, 5_000_000, 20_000_000],
];

for (const [value, below, above] of steps) {
  test(`around ${value} lie ${below} and ${above}`, () => {
    assert.equal(oneTwoFive(value, -1), below);
    assert.equal(oneTwoFive(value, 1), above);
  });
}

test('a step from any value leads to the nearest of 0, 1, 2, 5, 10 … on that side', () => {
  const series = [0, ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((e) => [1, 2, 5].map((s) => s * 10 ** e))];
  const random = seeded(1);
  for (let round = 0; round < 2000; round++) {
    const value = Math.floor(10 ** (random() * 7));
    assert.equal(
      oneTwoFive(value, 1),
      series.find((step) => step > value),
      `above ${value}`,
    );
    assert.equal(
      oneTwoFive(value, -1),
      series.findLast((step) => step < value),
      `below ${value}`,
    );
  }
});

type Case = readonly [
  field: NumberField,
  given: Partial<Settings>,
  direction: Direction,
  expected: number | string,
];

const onFour: readonly Case[] = [
  ['size', { size: 0 }, -1, 0],
  ['size', { size: 300_000 }, 1, 300_000],
  ['size', { size: 299_999 }, 1, 300_000],
  ['size', { size: 300_000 }, -1, 200_000],
  ['size', { size: 300_000, workload: 'pair' }, 1, 500_000],
  ['size', { size: 10_000_000, workload: 'pair' }, 1, 10_000_000],
  ['tasks', { tasks: 'auto' }, -1, 'auto'],
  ['tasks', { tasks: 'auto' }, 1, 'cpus'],
  ['tasks', { tasks: 'cpus' }, -1, 'auto'],
  ['tasks', { tasks: 'cpus' }, 1, 1],
  ['tasks', { tasks: 1 }, -1, 'cpus'],
  ['tasks', { tasks: 1 }, 1, 2],
  ['tasks', { tasks: 2 }, -1, 1],
  ['tasks', { tasks: 'cpus', engines: ['ray'] }, 1, 'cluster'],
  ['tasks', { tasks: 'cluster', engines: ['ray'] }, 1, 1],
  ['tasks', { tasks: 'cluster', engines: ['ray'] }, -1, 'cpus'],
  ['tasks', { tasks: 1, engines: ['ray'] }, -1, 'cluster'],
  ['tasks', { tasks: 'auto', engines: ['ray'] }, -1, 'auto'],
  ['tasks', { tasks: 7 }, 1, 10],
  ['tasks', { tasks: 1_000_000 }, 1, 1_000_000],
  ['tasks', { tasks: 'cluster', engines: ['local', 'pool'] }, 1, 'cpus'],
  ['workers', { workers: 'cpus' }, -1, 3],
  ['workers', { workers: 'cpus' }, 1, 5],
  ['workers', { workers: 3 }, 1, 'cpus'],
  ['workers', { workers: 5 }, -1, 'cpus'],
  ['workers', { workers: 1 }, -1, 1],
  ['workers', { workers: 1024 }, 1, 1024],
  ['rounds', { rounds: 5 }, 1, 6],
  ['rounds', { rounds: 5 }, -1, 4],
  ['rounds', { rounds: 1 }, -1, 1],
  ['rounds', { rounds: 1000 }, 1, 1000],
];

for (const [field, given, direction, expected] of onFour) {
  const way = direction === 1 ? 'right' : 'left';
  test(`on four CPUs ${field} ${JSON.stringify(given)} go ${way} to ${expected}`, () => {
    assert.equal(stepped(field, settingsWith(given), { direction, cpus: 4 }), expected);
  });
}

test('on one CPU a worker more and a worker less come back to one per CPU', () => {
  const two = stepped('workers', settingsWith({ workers: 'cpus' }), { direction: 1, cpus: 1 });
  assert.equal(two, 2);
  assert.equal(
    stepped('workers', settingsWith({ workers: 2 }), { direction: -1, cpus: 1 }),
    'cpus',
  );
  assert.equal(
    stepped('workers', settingsWith({ workers: 'cpus' }), { direction: -1, cpus: 1 }),
    'cpus',
  );
});

test('the number in a field is what it stands for, and none where that is not known yet', () => {
  const settings = settingsWith({ size: 7, tasks: 'auto', workers: 'cpus', rounds: 3 });
  assert.equal(numberIn('size', settings, 4), 7);
  assert.equal(numberIn('tasks', settings, 4), undefined);
  assert.equal(numberIn('tasks', { ...settings, tasks: 'cpus' }, 4), 4);
  assert.equal(numberIn('workers', settings, 4), 4);
  assert.equal(numberIn('rounds', settings, 4), 3);
});
