import assert from 'node:assert/strict';
import { test } from 'node:test';
import { budgetRowsOf } from '../../../../source/core/report/figures/budget-rows.ts';
import type { Budget, PartName } from '../../../../source/core/report/figures/parts.ts';

/** Workers for 100 ms; every part has as much core time as given. */
function rowsOf(parts: Partial<Record<PartName, number>>, without = 3, workers = 4) {
  const lost = Object.values(parts).reduce((sum, time) => sum + time, 0);
  const budget: Budget = {
    round: 1,
    workers,
    wall: 100,
    local: workers * 100 - lost,
    parts: Object.entries(parts).map(([name, coreTime]) => ({
      name: name as PartName,
      coreTime,
      workers: coreTime / 100,
      without,
    })),
  };
  return budgetRowsOf(budget);
}

test('rows go from the work down by size, limits among the losses', () => {
  const rows = rowsOf({
    'slower side by side': 20,
    'more workers than CPUs': 100,
    blocked: -12,
    'between two tasks': 40,
  });
  assert.deepEqual(
    rows.map(({ name, workers }) => `${name} ${workers}`),
    [
      'the work 2.52',
      'more workers than CPUs 1.00',
      'between two tasks 0.40',
      'slower side by side 0.20',
      'blocked -0.12',
    ],
  );
});

test('beside a loss of 2 % or more stands how fast it would be without it, in two digits', () => {
  const rows = rowsOf({ 'slower side by side': 20, blocked: 6, 'handing out': 3 }, 3.456);
  assert.deepEqual(
    rows.map(({ name, without }) => [name, without]),
    [
      ['the work', undefined],
      ['slower side by side', '3.5'],
      ['blocked', undefined],
      ['everything else', undefined],
    ],
  );
  assert.equal(rowsOf({ blocked: 40 }, 12.6, 16)[1]?.without, '13');
});

test('how fast it would be without a loss is never above the limit', () => {
  assert.equal(rowsOf({ blocked: 20 }, 4.05)[1]?.without, '4.0');
  assert.equal(rowsOf({ blocked: 20 }, 4.5)[1]?.without, undefined);
  const crowded = { 'more workers than CPUs': 200, blocked: 20 };
  assert.deepEqual(
    [1.9, 2.5].map((without) => rowsOf(crowded, without).map((row) => row.without)),
    [
      [undefined, '1.9', '1.9'],
      [undefined, undefined, undefined],
    ],
  );
});
