import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { many, smallest } from '../../helpers/screens/many-runs.ts';

const large = { columns: 120, rows: 40 };

test('16 workers in the smallest window', () => {
  const draw = many(16);
  assert.equal(zoneRows(draw, smallest), 'info 1, progress 1, soFar 4, workers 2, load 3, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── POOL, ROUND 3   16 workers ────── 1,133 of 320 tasks',
    'w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ◄',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', smallest), [
    '── SO FAR',
    '',
    'local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  2.88 s',
    '       ████████████████████████████████████████',
    '',
    'pool   ▇▇▇▇•                                     0.34 s',
    '       █████',
    '',
    '8.47 times as fast so far',
    '',
  ]);
});

test('64 workers in the smallest window', () => {
  const draw = many(64);
  assert.equal(zoneRows(draw, smallest), 'info 1, progress 1, soFar 4, workers 3, load 2, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── POOL, ROUND 3   64 workers ────── 4,607 of 320 tasks',
    'w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄',
    'w33  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅',
  ]);
});

test('128 workers in the smallest window', () => {
  const draw = many(128);
  assert.equal(zoneRows(draw, smallest), 'info 1, progress 1, soFar 3, workers 5, load 1, trust 1');
  assert.deepEqual(zoneLines(draw, 'info', smallest), [
    'round 3 of 5   pool: running     6.1 s gone   10 s left',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── POOL, ROUND 3   128 workers ───── 9,194 of 256 tasks',
    'w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄',
    'w033  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅',
    'w065  ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ◄',
    'w097  ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ...smallest, within: 2 }), [
    'local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  2.88 s',
    'pool   ▇▇▇▇•                                     0.34 s',
    '8.47 times as fast so far',
  ]);
});

test('16 workers in a large window', () => {
  const draw = many(16);
  assert.equal(
    zoneRows(draw, large),
    'info 1, progress 1, soFar 6, workers 17, workerTime 2, load 6, trust 2',
  );
  assert.deepEqual(zoneLines(draw, 'workers', large), [
    '── POOL, ROUND 3   16 workers   slowest w09,  38 % behind the median ────────── 1,133 of 320 tasks done, 0.1 s gone',
    '  w01  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────  80 %   80 tasks  cpu0',
    '  w02  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────  79 %   79 tasks  cpu1',
    '  w03  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────  78 %   78 tasks  cpu2',
    '  w04  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────  77 %   77 tasks  cpu3',
    '  w05  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────  76 %   76 tasks  cpu4',
    '  w06  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────  75 %   75 tasks  cpu5',
    '  w07  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────  74 %   74 tasks  cpu6',
    '  w08  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────  73 %   73 tasks  cpu7',
    '  w09  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────────────────────────  45 %   45 tasks  cpu8   ◄',
    '  w10  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────  71 %   71 tasks  cpu9',
    '  w11  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────  70 %   70 tasks  cpu10',
    '  w12  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────  69 %   69 tasks  cpu11',
    '  w13  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────────  68 %   68 tasks  cpu12',
    '  w14  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────────────  67 %   67 tasks  cpu13',
    '  w15  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────────  66 %   66 tasks  cpu14',
    '  w16  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────────  65 %   65 tasks  cpu15',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', large), [
    '── SO FAR',
    '',
    '  local  one by one    ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  2.88 s',
    '                       ██████████████████████████████████████████████████████████████████████████████████',
    '',
    '  pool   16 at a time  ▇▇▇▇▇▇▇▇▇•                                                                          0.34 s',
    '                       ██████████',
    '',
    '  8.47 times as fast so far                                2 rounds cannot rule out chance, 3 more make a verdict',
    '',
  ]);
});

test('64 workers in a large window stand in four columns', () => {
  const draw = many(64);
  assert.equal(
    zoneRows(draw, large),
    'info 1, progress 1, soFar 6, workers 17, workerTime 2, load 7, trust 2',
  );
  assert.deepEqual(zoneLines(draw, 'workers', large), [
    '── POOL, ROUND 3   64 workers   slowest w09,  38 % behind the median ────────── 4,607 of 320 tasks done, 0.1 s gone',
    '  w01  ━━━━━━━━━━──  80 %     w17  ━━━━━━━━────  64 %     w33  ━━━━━━━━────  65 %     w49  ━━━━━━━━────  66 %',
    '  w02  ━━━━━━━━━───  79 %     w18  ━━━━━━━━━━──  80 %     w34  ━━━━━━━━────  64 %     w50  ━━━━━━━━────  65 %',
    '  w03  ━━━━━━━━━───  78 %     w19  ━━━━━━━━━───  79 %     w35  ━━━━━━━━━━──  80 %     w51  ━━━━━━━━────  64 %',
    '  w04  ━━━━━━━━━───  77 %     w20  ━━━━━━━━━───  78 %     w36  ━━━━━━━━━───  79 %     w52  ━━━━━━━━━━──  80 %',
    '  w05  ━━━━━━━━━───  76 %     w21  ━━━━━━━━━───  77 %     w37  ━━━━━━━━━───  78 %     w53  ━━━━━━━━━───  79 %',
    '  w06  ━━━━━━━━━───  75 %     w22  ━━━━━━━━━───  76 %     w38  ━━━━━━━━━───  77 %     w54  ━━━━━━━━━───  78 %',
    '  w07  ━━━━━━━━━───  74 %     w23  ━━━━━━━━━───  75 %     w39  ━━━━━━━━━───  76 %     w55  ━━━━━━━━━───  77 %',
    '  w08  ━━━━━━━━━───  73 %     w24  ━━━━━━━━━───  74 %     w40  ━━━━━━━━━───  75 %     w56  ━━━━━━━━━───  76 %',
    '  w09  ━━━━━───────  45 % ◄   w25  ━━━━━━━━━───  73 %     w41  ━━━━━━━━━───  74 %     w57  ━━━━━━━━━───  75 %',
    '  w10  ━━━━━━━━━───  71 %     w26  ━━━━━━━━━───  72 %     w42  ━━━━━━━━━───  73 %     w58  ━━━━━━━━━───  74 %',
    '  w11  ━━━━━━━━────  70 %     w27  ━━━━━━━━━───  71 %     w43  ━━━━━━━━━───  72 %     w59  ━━━━━━━━━───  73 %',
    '  w12  ━━━━━━━━────  69 %     w28  ━━━━━━━━────  70 %     w44  ━━━━━━━━━───  71 %     w60  ━━━━━━━━━───  72 %',
    '  w13  ━━━━━━━━────  68 %     w29  ━━━━━━━━────  69 %     w45  ━━━━━━━━────  70 %     w61  ━━━━━━━━━───  71 %',
    '  w14  ━━━━━━━━────  67 %     w30  ━━━━━━━━────  68 %     w46  ━━━━━━━━────  69 %     w62  ━━━━━━━━────  70 %',
    '  w15  ━━━━━━━━────  66 %     w31  ━━━━━━━━────  67 %     w47  ━━━━━━━━────  68 %     w63  ━━━━━━━━────  69 %',
    '  w16  ━━━━━━━━────  65 %     w32  ━━━━━━━━────  66 %     w48  ━━━━━━━━────  67 %     w64  ━━━━━━━━────  68 %',
  ]);
});

test('128 workers in a large window', () => {
  const draw = many(128);
  assert.equal(
    zoneRows(draw, large),
    'info 1, progress 1, soFar 10, workers 4, workerTime 2, load 15, trust 2',
  );
  assert.deepEqual(zoneLines(draw, 'workers', large), [
    '── POOL, ROUND 3   1 cell = 1 worker, ▁ start to █ done   ◄ a straggler ─────── 9,194 of 256 tasks done, 0.1 s gone',
    '  w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅ ◄   done       0 / 128',
    '  w065  ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆ ◄   median   72 %',
    '                                                                                    slowest  45 %  w009',
  ]);
});
