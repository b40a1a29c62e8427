import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { many } from '../../helpers/screens/many-runs.ts';

test('16 workers stand in two columns, the straggler is marked and named', () => {
  const draw = many(16);
  assert.equal(
    zoneRows(draw),
    'info 1, headline 2, workers 9, cpus 3, workerTime 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL   16 workers   slowest w09,  38 % behind the median',
    'w01  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····  80 %     w09  ▓▓▓▓▓▓▓▓▓▓·············  45 % ◄',
    'w02  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····  79 %     w10  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······  71 %',
    'w03  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····  78 %     w11  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······  70 %',
    'w04  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····  77 %     w12  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······  69 %',
    'w05  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······  76 %     w13  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······  68 %',
    'w06  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······  75 %     w14  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓········  67 %',
    'w07  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······  74 %     w15  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓········  66 %',
    'w08  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······  73 %     w16  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓········  65 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { within: 3 }), [
    '── LIVE CPU   8 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-15  ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁   mean     48 %',
    '                              busiest 100 %  cpu14',
  ]);
  assert.deepEqual(zoneLines(draw, 'workerTime', { within: 1 }), [
    '█████████████████████████▒   on a CPU  96 %   waiting   3 %   blocked   1 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar'), [
    '── SO FAR',
    'L local   2.88 s  2.87 s                         round 1:   2.88 s',
    'P pool    340 ms  335 ms                         round 1:   340 ms    8.47x',
  ]);
});

test('64 workers stand as one cell each, with their figures beside them', () => {
  const draw = many(64);
  assert.equal(
    zoneRows(draw),
    'info 1, blank 1, headline 2, workers 4, cpus 3, workerTime 2, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL   1 cell = 1 worker, ▁ start to █ done   ◄ a laggard',
    'w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄   done      0 / 64',
    'w33  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅     median   73 %',
    '                                             slowest  45 %  w09',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { within: 3 }), [
    '── LIVE CPU   32 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-31   ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁   mean     47 %',
    'cpu 32-63  ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂ ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▃▃   busiest 100 %  cpu14',
  ]);
});

test('128 workers and as many CPUs', () => {
  const draw = many(128);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL   1 cell = 1 worker, ▁ start to █ done   ◄ a laggard',
    'w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄   done       0 / 128',
    'w033  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅     median   72 %',
    'w065  ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ◄   slowest  45 %  w009',
    'w097  ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus'), [
    '── LIVE CPU   64 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-31    ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁   mean     50 %',
    'cpu 32-63   ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂ ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▃▃   busiest 100 %  cpu14',
    'cpu 64-95   ▄▄▅▅▆▆▇█ ▁▁▁▂▂▃▃▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅',
    'cpu 96-127  ▅▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇▇█▁▁▂▂ ▃▃▄▄▅▆▆▇',
  ]);
});

test('256 workers leave the room of the figures to the cells', () => {
  const draw = many(256);
  assert.equal(
    zoneRows(draw),
    'info 1, headline 2, workers 6, cpus 6, workerTime 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL   256 workers   slowest w009,  38 % behind the median',
    'w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ◄',
    'w057  ▆▆▆▆▆▆▆▅ ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ◄',
    'w113  ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆ ▆▆▆▅▅▅▅▅ ▄▆▆▆▆▆▆▆ ▆▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄',
    'w169  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅ ▄▅▅▅▆▆▆▆ ▆▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ◄',
    'w225  ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { within: 6 }), [
    '── LIVE CPU   128 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-55     ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂ ▃▃▄▄▅▆▆▇',
    'cpu 56-111   ▇█▁▁▁▂▃▃ ▄▄▅▅▆▆▇█ ▁▁▁▂▂▃▃▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▅▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆',
    'cpu 112-167  ▆▇▇█▁▁▂▂ ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▂▃ ▄▄▅▅▆▆▇█ ·▁▁▂▂▃▃▄ ▄▅▆▆▇▇█▁ ▁▁▂▃▃▄▄▅',
    'cpu 168-223  ▅▆▆▇█▁▁▁ ▂▂▃▃▄▅▅▆ ▆▇▇█▁▁▂▂ ▃▃▄▄▅▅▆▇ ▇█▁▁▁▂▂▃ ▄▄▅▅▆▆▇▇ █▁▁▂▂▃▃▄',
    'cpu 224-255  ▄▅▆▆▇▇█▁ ▁▁▂▂▃▄▄▅ ▅▆▆▇█·▁▁ ▂▂▃▃▄▄▅▆',
  ]);
});

test('while local runs, its one worker has a whole row in the room of 128', () => {
  const draw = many(128, { pass: ['local', 3, 7000] });
  assert.deepEqual(zoneLines(draw, 'headline'), [
    'L local   █···········································  running  0.1 s',
    'P pool    ▓▓▓▓▓·······································    338 ms  ±0.7 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── LOCAL   worker · share of the pass · tasks done · CPU',
    'w1  ██████████████████████████████████████··········  80 %     80  cpu0',
    '',
    '',
    '',
  ]);
});

test('more workers than CPUs are said', () => {
  const draw = many(2, { settings: { workers: 40 } });
  assert.equal(
    zoneRows(draw),
    'info 1, headline 2, workers 11, cpus 1, workerTime 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL   40 workers on 2 CPUs   slowest w09,  39 % behind the median',
    'w01 ▓▓▓·  80 %     w11 ▓▓▓·  70 %     w21 ▓▓▓·  77 %     w31 ▓▓▓·  67 %',
    'w02 ▓▓▓·  79 %     w12 ▓▓▓·  69 %     w22 ▓▓▓·  76 %     w32 ▓▓▓·  66 %',
    'w03 ▓▓▓·  78 %     w13 ▓▓▓·  68 %     w23 ▓▓▓·  75 %     w33 ▓▓▓·  65 %',
    'w04 ▓▓▓·  77 %     w14 ▓▓▓·  67 %     w24 ▓▓▓·  74 %     w34 ▓▓▓·  64 %',
    'w05 ▓▓▓·  76 %     w15 ▓▓▓·  66 %     w25 ▓▓▓·  73 %     w35 ▓▓▓·  80 %',
    'w06 ▓▓▓·  75 %     w16 ▓▓▓·  65 %     w26 ▓▓▓·  72 %     w36 ▓▓▓·  79 %',
    'w07 ▓▓▓·  74 %     w17 ▓▓▓·  64 %     w27 ▓▓▓·  71 %     w37 ▓▓▓·  78 %',
    'w08 ▓▓▓·  73 %     w18 ▓▓▓·  80 %     w28 ▓▓▓·  70 %     w38 ▓▓▓·  77 %',
    'w09 ▓▓··  45 % ◄   w19 ▓▓▓·  79 %     w29 ▓▓▓·  69 %     w39 ▓▓▓·  76 %',
    'w10 ▓▓▓·  71 %     w20 ▓▓▓·  78 %     w30 ▓▓▓·  68 %     w40 ▓▓▓·  75 %',
  ]);
});

test('when all have done their part nobody is the slowest', () => {
  const samples = Array.from({ length: 16 }, () => ({ share: 1, tasks: 20 }));
  const title = rowsOf(many(16, { samples })).find((row) => row.includes('POOL'));
  assert.match(title ?? '', /─ POOL   16 workers   all done ─/);
});
