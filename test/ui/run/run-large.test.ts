import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPoolWithLoad } from '../../helpers/screens/pool-runs.ts';
import { frameText, rowsOf, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { runScreen } from '../../helpers/screens/ui-states.ts';

const large = { columns: 200, rows: 50 };

const draw = runScreen(inPoolWithLoad(), 8080);

test('in a large window with two CPUs at most a quarter of the rows is blank', () => {
  const rows = rowsOf(draw, large);
  const blank = rows.filter((row) => /^[│ ]*$/.test(row));
  assert.ok(blank.length <= large.rows / 4, `${blank.length} blank rows:\n${rows.join('\n')}`);
});

test('the rows of a large window go to the load, the bars and each CPU', () => {
  assert.equal(
    zoneRows(draw, large),
    'info 1, progress 1, soFar 10, workers 3, workerTime 2, load 14, cpus 7, trust 2',
  );
  assert.equal(
    zoneRows(draw, { columns: 120, rows: 40 }),
    'info 1, progress 1, soFar 10, workers 3, workerTime 2, load 10, cpus 7, trust 2',
  );
  assert.equal(
    zoneRows(draw, { columns: 100, rows: 30 }),
    'info 1, progress 1, soFar 10, workers 3, load 9, trust 2',
  );
});

test('details that were asked for look the same in a large window', () => {
  const asked = runScreen(inPoolWithLoad(), 8080, { detailed: true });
  assert.equal(frameText(asked, large), frameText(draw, large));
});
