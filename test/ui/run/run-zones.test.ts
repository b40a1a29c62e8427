import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Milliseconds } from '../../../source/core/units.ts';
import { rowsOf, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { runScreen, runState } from '../../helpers/screens/ui-states.ts';
import { inPool } from '../../helpers/screens/pool-runs.ts';

test('a pass that failed is told in the row that is kept for it', () => {
  const state = inPool({ walls: { local: [1800, 1790], pool: [930, 'failed'] } });
  const draw = runScreen(state, 7580);
  assert.deepEqual(zoneLines(draw, 'soFar'), [
    '── SO FAR',
    'L local   1.80 s  1.79 s                         round 1:   1.80 s',
    'P pool    930 ms  failed                         round 1:   930 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'failure'), ['! round 2: pool: worker 2 died.']);
});

const keysOf = (...given: Parameters<typeof runScreen>) =>
  rowsOf(runScreen(...given))
    .at(-1)
    ?.trim();

test('the keys tell how far a run is cancelled', () => {
  const state = inPool();
  assert.equal(
    keysOf(state, 7580),
    'esc cancel, keeps finished rounds  g timeline  ? help  ctrl+c quit',
  );
  assert.equal(
    keysOf(state, 7580, { cancelling: 'asking' }),
    'esc again cancels and keeps finished rounds, any other key goes on',
  );
  assert.equal(
    rowsOf(runScreen(state, 7580, { cancelling: 'asking' }), { columns: 60, rows: 16 })
      .at(-1)
      ?.trim(),
    'esc again cancels, any other key goes on',
  );
  assert.equal(
    keysOf(state, 7580, { cancelling: 'stopping' }),
    'stopping: the workers are coming to rest',
  );
});

test('before its first sample a worker has an empty bar and no CPU', () => {
  const state = inPool();
  const activity = { ...state.profile!.activity, workers: [] };
  const profile = { ...state.profile!, activity };
  const rows = rowsOf(runScreen({ ...state, profile }, 7580));
  assert.equal(rows[6], `│ w1  ${'·'.repeat(48)}   0 %      0${' '.repeat(10)} │`);
});

test('a worker whose CPU the system does not tell says so', () => {
  const state = inPool();
  const workers = [
    { share: 0.5, tasks: 40 },
    { share: 0.5, tasks: 41, cpu: 1 },
  ];
  const profile = { ...state.profile!, activity: { ...state.profile!.activity, workers } };
  const rows = rowsOf(runScreen({ ...state, profile }, 7580));
  assert.match(rows[6]!, / 50 %     40  n\/a      │$/);
  assert.match(rows[7]!, / 50 %     41  cpu1     │$/);
});

test('a pass that takes longer than expected stretches the axis, and nothing leaves it', () => {
  const rows = rowsOf(runScreen(inPool(), 7000 + 3_590_000));
  assert.equal(rows[3], `│ L local   █${'·'.repeat(43)}    1.79 s  ±0.3 %    │`);
  assert.equal(rows[4], `│ P pool    ${'▓'.repeat(44)}  running 59 min 50 s │`);
});

test('the latest rounds are shown where there is no room for all, and a column is a round', () => {
  const walls = Array.from({ length: 20 }, (_, round) => 1001 + 10 * round);
  const state = runState({
    settings: { rounds: 21 },
    pass: ['pool', 21, 7000],
    walls: { local: [...walls, 2000], pool: walls },
  });
  assert.deepEqual(rowsOf(runScreen(state, 7010)).slice(14, 16), [
    '│ L local   1.17 s  1.18 s  1.19 s  2.00 s        round 10:   1.09 s          │',
    '│ P pool    1.17 s  1.18 s  1.19 s                round 10:   1.09 s    1.00x │',
  ]);
});

test('what has no wall stands in its place as what became of it', () => {
  const state = runState({
    pass: ['pool', 3, 7000],
    walls: { local: [1800, 'cancelled', 1790], pool: ['failed', 930] },
  });
  assert.deepEqual(rowsOf(runScreen(state, 7010)).slice(14, 16), [
    '│ L local      1.80 s  cancelled     1.79 s        round 3:   1.79 s          │',
    '│ P pool       failed     930 ms                   round 2:   930 ms          │',
  ]);
});

test('what the screen costs stands at the end of the first row, before what was planned', () => {
  // The pass has run for a second.
  const infoAt = (columns: number, drawing: Milliseconds) =>
    rowsOf(runScreen(inPool({ drawing }), 8000), { columns })[1];
  const times = 'RUN 3/5   elapsed  7.0 s   ETA  7.3 s';
  const plan = 'n 50,000   N 200   P 2   list';
  assert.equal(infoAt(120, 6.4), `│ ${times}   ${plan}${' '.repeat(34)}screen 0.6 % │`);
  assert.equal(infoAt(80, 6.4), `│ ${times}   n 50,000   N 200       screen 0.6 % │`);
  assert.equal(infoAt(60, 123), `│ ${times}     screen 12.3 % │`);
});
