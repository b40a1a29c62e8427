import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines } from '../../helpers/screens/ui-frames.ts';
import { resultsScreen } from '../../helpers/screens/ui-states.ts';
import { win } from '../../helpers/screens/two-results.ts';

/** On 2 CPUs: other programs took a fifth, and the clock fell during the pool. */
const disturbed = {
  during: 1000,
  own: 1500,
  others: 400,
  stolen: 4,
  clock: { mean: 3710, highest: 3800 },
  temperature: 71,
};

const draw = resultsScreen({ ...win, conditions: disturbed });

test('one row names what may have moved the numbers, then as much of the rest as fits', () => {
  assert.deepEqual(zoneLines(draw, 'trust', { within: 1 }), [
    'TRUST  ▲ other programs 20 %   ▲ clock fell 2 %   ✓ steal 0.2 %   ✓ 3 more',
  ]);
  assert.deepEqual(zoneLines(draw, 'trust', { within: 1, columns: 60 }), [
    'TRUST  ▲ other programs 20 %   ▲ clock fell 2 %',
  ]);
});

test('with more rows what it means stands beside each', () => {
  assert.deepEqual(zoneLines(draw, 'trust', { columns: 120, within: 4 }), [
    '── TRUST',
    '  ▲  other programs 20 %: they used the CPUs in a typical round of local; close them and run again',
    '  ▲  clock fell 2 %: from 3.80 GHz in local to 3.71 GHz in pool',
    '  ✓ steal 0.2 %   ✓ no throttling   ✓ temperature 71 °C   ✓ rounds of local vary by ±1.1 %',
  ]);
});

test('with all its rows everything has one, and what is unknown is one group for each reason', () => {
  assert.deepEqual(zoneLines(draw, 'trust', { columns: 120 }), [
    '── TRUST',
    '  ▲  other programs 20 %: they used the CPUs in a typical round of local; close them and run again',
    '  ▲  clock fell 2 %: from 3.80 GHz in local to 3.71 GHz in pool',
    '  ✓  steal 0.2 %',
    '  ✓  no throttling',
    '  ✓  temperature 71 °C',
    '  ✓  rounds of local vary by ±1.1 %',
    '     governor: not reported on this machine',
  ]);
});

test('in ASCII the marks keep their width', () => {
  assert.deepEqual(zoneLines(draw, 'trust', { within: 1, ascii: true }), [
    'TRUST  ! other programs 20 %   ! clock fell 2 %   + steal 0.2 %   + 3 more',
  ]);
});

test('where nothing was measured around the rounds, it says so', () => {
  assert.deepEqual(zoneLines(resultsScreen(win), 'trust', { within: 1 }), [
    'TRUST  nothing was measured around the rounds',
  ]);
});

test('rounds that vary say which key runs more of them', () => {
  const walls = { local: [1000, 1050, 1000, 1080, 1290], pool: win.walls.pool };
  const rows = zoneLines(resultsScreen({ walls, conditions: { during: 1000 } }), 'trust', {
    columns: 120,
  });
  assert.ok(
    rows.some((row) => row.includes('(+ runs 10 rounds)')),
    rows.join('\n'),
  );
});
