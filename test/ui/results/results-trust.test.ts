import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import type { Case } from '../../../source/core/plan/plan.ts';
import { finished, tasksOf } from '../../helpers/profiles/profiles.ts';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
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

test('how far the numbers can be trusted stands below them in a row, the worst first', () => {
  const draw = resultsScreen({ ...win, conditions: disturbed });
  assert.match(zoneRows(draw), /, trust 1$/);
  assert.deepEqual(zoneLines(draw, 'trust', { within: 1 }), [
    'TRUST  warn  other programs 20 %   note  clock fell 2 %   ok  4 of 7',
  ]);
});

test('a large window has a row for everything that is to be said of it', () => {
  const window = { columns: 120, rows: 40 };
  const draw = resultsScreen({ ...win, conditions: disturbed });
  assert.match(zoneRows(draw, window), /, trust 8$/);
  assert.deepEqual(zoneLines(draw, 'trust', window), [
    '── TRUST',
    '  warn     other programs 20 %: they used the CPUs in a typical round of local; close them and run again',
    '  note     clock fell 2 %: from 3.80 GHz in local to 3.71 GHz in pool',
    '  ok       steal 0.2 %',
    '  ok       no throttling',
    '  ok       temperature 71 °C',
    '  ok       rounds of local vary by ±1.1 %',
    '  unknown  governor: not reported on this machine',
  ]);
});

test('the smallest window keeps a row of it', () => {
  const window = { columns: 60, rows: 16 };
  const draw = resultsScreen({ ...win, conditions: disturbed });
  assert.match(zoneRows(draw, window), /, trust 1$/);
  assert.deepEqual(zoneLines(draw, 'trust', { ...window, within: 1 }), [
    'TRUST  warn  other programs 20 %   note  clock fell 2 %',
  ]);
});

test('what garbage collection took stands below the scores, with bigint alone', () => {
  const collecting = (planned: Case, share: number): PassOutcome => ({
    ...finished(planned, 100),
    status: 'finished',
    wall: 100,
    spans: spansOf(
      tasksOf(planned, 100).map((task) => ({
        ...task,
        collecting: share * (task.end - task.start),
      })),
    ),
  });
  const draw = resultsScreen({
    walls: {
      local: [(planned) => collecting(planned, 0.584)],
      pool: [(planned) => collecting(planned, 0.71)],
    },
    plan: { workload: 'bigint', size: 1000, tasks: 4 },
  });
  assert.deepEqual(zoneLines(draw, 'collecting'), [
    "garbage collection, of the tasks' time   local 58 %   pool 71 %",
  ]);
  assert.equal(zoneRows(draw, { rows: 40 }).includes('collecting 1'), true);
  assert.deepEqual(zoneLines(resultsScreen(win), 'collecting'), []);
});
