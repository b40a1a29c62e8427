import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { many } from '../../helpers/screens/many-runs.ts';

test('16 workers stand in two columns, the straggler is marked and named', () => {
  const draw = many(16);
  assert.equal(zoneRows(draw), 'info 1, progress 1, soFar 4, workers 9, load 4, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL, ROUND 3   16 workers ───────── 1,133 of 320 tasks done, 0.1 s gone',
    '  w01  ━━━━━━━━━━━━━━━━━────  80 %     w09  ━━━━━━━━━────────────  45 % ◄',
    '  w02  ━━━━━━━━━━━━━━━━━────  79 %     w10  ━━━━━━━━━━━━━━━──────  71 %',
    '  w03  ━━━━━━━━━━━━━━━━─────  78 %     w11  ━━━━━━━━━━━━━━━──────  70 %',
    '  w04  ━━━━━━━━━━━━━━━━─────  77 %     w12  ━━━━━━━━━━━━━━───────  69 %',
    '  w05  ━━━━━━━━━━━━━━━━─────  76 %     w13  ━━━━━━━━━━━━━━───────  68 %',
    '  w06  ━━━━━━━━━━━━━━━━─────  75 %     w14  ━━━━━━━━━━━━━━───────  67 %',
    '  w07  ━━━━━━━━━━━━━━━━─────  74 %     w15  ━━━━━━━━━━━━━━───────  66 %',
    '  w08  ━━━━━━━━━━━━━━━──────  73 %     w16  ━━━━━━━━━━━━━━───────  65 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar'), [
    '── SO FAR',
    '',
    '  local  one by one    ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  2.88 s',
    '                       ██████████████████████████████████████████',
    '',
    '  pool   16 at a time  ▇▇▇▇•                                       0.34 s',
    '                       █████',
    '',
    '  8.47 times as fast so far               2 rounds cannot rule out chance',
    '',
  ]);
});

test('64 workers stand as one cell each, with their figures beside them', () => {
  const draw = many(64);
  assert.equal(zoneRows(draw), 'info 1, progress 1, soFar 5, workers 4, load 7, trust 2');
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL, ROUND 3   1 cell = 1 worker   ◄ a straggler ─── 4,607 of 320 tasks',
    '  w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄   done      0 / 64',
    '  w33  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅     median   73 %',
    '                                               slowest  45 %  w09',
  ]);
});

test('128 workers and as many CPUs', () => {
  const draw = many(128);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL, ROUND 3   1 cell = 1 worker   ◄ a straggler ─── 9,194 of 256 tasks',
    '  w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄   done       0 / 128',
    '  w033  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅     median   72 %',
    '  w065  ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ◄   slowest  45 %  w009',
    '  w097  ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆',
  ]);
});

test('256 workers leave the room of the figures to the cells', () => {
  const draw = many(256);
  assert.equal(zoneRows(draw), 'info 1, progress 1, soFar 4, workers 9, load 4, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL, ROUND 3   1 cell = 1 worker   ◄ a straggler ── 18,325 of 512 tasks',
    '  w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄   done       0 / 256',
    '  w033  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅     median   72 %',
    '  w065  ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ◄   slowest  45 %  w009',
    '  w097  ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆',
    '  w129  ▆▆▆▅▅▅▅▅ ▄▆▆▆▆▆▆▆ ▆▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ◄',
    '  w161  ▆▆▆▆▆▅▅▅ ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆',
    '  w193  ▆▆▆▆▆▆▆▅ ▄▅▅▅▆▆▆▆ ▆▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ◄',
    '  w225  ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆',
  ]);
});

test('while local runs, its one worker has a whole row in the room of 128', () => {
  const draw = many(128, { pass: ['local', 3, 7000] });
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── LOCAL, ROUND 3 ───────────────────────  80 of 256 tasks done, 0.1 s gone',
    '  w1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────  80 %   80 tasks',
    '',
    '',
    '',
  ]);
});

test('more workers than CPUs are said', () => {
  const draw = many(2, { settings: { workers: 40 } });
  assert.equal(zoneRows(draw), 'info 1, progress 1, soFar 5, workers 4, load 7, trust 2');
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL, ROUND 3   40 workers on 2 CPUs ──────────────── 2,886 of 200 tasks',
    '  w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ◄   done      0 / 40',
    '  w25  ▆▆▆▆▆▅▅▅ ▅▅▆▆▆▆▆▆              median   74 %',
    '                                      slowest  45 %  w09',
  ]);
});

test('when all have done their part nobody is the slowest', () => {
  const samples = Array.from({ length: 16 }, () => ({ share: 1, tasks: 20 }));
  const title = rowsOf(many(16, { samples })).find((row) => row.includes('POOL'));
  assert.match(title ?? '', /─ POOL, ROUND 3 {3}16 workers {3}all done ─/);
});
