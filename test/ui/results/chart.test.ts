import assert from 'node:assert/strict';
import { test } from 'node:test';
import { five } from '../../helpers/screens/answers.ts';
import { zoneLines } from '../../helpers/screens/ui-frames.ts';
import { resultsScreen } from '../../helpers/screens/ui-states.ts';

const chartOf = (
  walls: Parameters<typeof resultsScreen>[0]['walls'],
  within = 3,
): readonly string[] => zoneLines(resultsScreen({ walls }), 'chart', { within });

test('the axis begins at 0 and ends at the longest round, and every other round is a dot', () => {
  assert.deepEqual(
    chartOf({ local: [1900, 1960, 2000, 2100, 2200], pool: [1100, 950, 1000, 1020, 1060] }),
    [
      '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•••▇▇ •  2.10 s',
      '  pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇••••                       1.02 s',
      '                      round 4, which has the middle speed-up   • the others',
    ],
  );
});

test('dots that meet are counted', () => {
  assert.deepEqual(chartOf({ local: five(2000), pool: [1000, 1001, 1002, 1003, 1500] }), [
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  2.00 s',
    '  pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●         •             1.00 s',
    '           round 3, which has the middle speed-up   • the others, ● several',
  ]);
});

test('a round far off the others lies beyond the axis, so that the bars keep their length', () => {
  const [local] = chartOf({ local: [1000, 1000, 1000, 9000, 1000], pool: five(500) });
  assert.equal(local, '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●             »  1.00 s');
});

test('all durations have the unit of the longest', () => {
  const timesOf = (local: number, pool: number) =>
    chartOf({ local: five(local), pool: five(pool) }, 2).map(
      (row) => / {2}(\d.*)$/.exec(row.slice(30))?.[1],
    );
  assert.deepEqual(timesOf(9660, 920), ['9.66 s', '0.92 s']);
  assert.deepEqual(timesOf(99, 9.2), ['99.0 ms', '9.20 ms']);
  assert.deepEqual(timesOf(125_000, 62_500), ['2 min 5 s', '62.5 s']);
});

test('with more rows the bars get their caption, stand apart, and get higher', () => {
  const walls = { local: five(200), pool: five(100) };
  const shapeOf = (within: number) =>
    chartOf(walls, within).map((row) => /[▇█]/.exec(row)?.[0] ?? (row === '' ? '' : 'caption'));
  assert.deepEqual(shapeOf(2), ['▇', '▇']);
  assert.deepEqual(shapeOf(3), ['▇', '▇', 'caption']);
  assert.deepEqual(shapeOf(4), ['▇', '', '▇', 'caption']);
  assert.deepEqual(shapeOf(6), ['▇', '█', '', '▇', '█', 'caption']);
  assert.deepEqual(shapeOf(8), ['▇', '█', '█', '', '▇', '█', '█', 'caption']);
});
