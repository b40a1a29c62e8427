import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { many, smallest } from '../../helpers/screens/many-runs.ts';

const large = { columns: 120, rows: 40 };

test('16 workers in the smallest window', () => {
  const draw = many(16);
  assert.equal(
    zoneRows(draw, smallest),
    'info 1, headline 2, workers 2, cpus 2, workerTime 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── POOL   16 workers   slowest w09,  38 % behind',
    'w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ◄',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...smallest, within: 2 }), [
    '── LIVE CPU   8 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-15  ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', smallest), [
    '── SO FAR',
    'L local   2.88 s  2.87 s     round 1:   2.88 s',
    'P pool    340 ms  335 ms     round 1:   340 ms    8.47x',
  ]);
});

test('64 workers in the smallest window', () => {
  const draw = many(64);
  assert.equal(
    zoneRows(draw, smallest),
    'info 1, headline 2, workers 3, cpus 1, workerTime 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── POOL   64 workers   slowest w09,  38 % behind',
    'w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄',
    'w33  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...smallest, within: 1 }), [
    '64 CPUs   mean  47 %   busiest cpu14 100 %',
  ]);
});

test('128 workers in the smallest window', () => {
  const draw = many(128);
  assert.equal(
    zoneRows(draw, smallest),
    'info 1, headline 2, workers 5, cpus 1, soFar 2, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'info', smallest), [
    'RUN 3/5   elapsed  6.1 s   ETA  9.6 s   n 50,000   list',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── POOL   128 workers   slowest w009,  38 % behind',
    'w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ◄',
    'w033  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅',
    'w065  ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ◄',
    'w097  ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...smallest, within: 1 }), [
    '128 CPUs   mean  50 %   busiest cpu14  100 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ...smallest, within: 2 }), [
    'L local   2.88 s  2.87 s     round 1:   2.88 s',
    'P pool    340 ms  335 ms     round 1:   340 ms    8.47x',
  ]);
});

test('16 workers in a large window', () => {
  const draw = many(16);
  assert.equal(
    zoneRows(draw, large),
    'info 1, blank 1, headline 2, workers 17, cpus 9, workerTime 2, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', large), [
    '── POOL   16 workers   slowest w09,  38 % behind the median',
    'w01  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·················  80 %     80  cpu0',
    'w02  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··················  79 %     79  cpu1',
    'w03  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓···················  78 %     78  cpu2',
    'w04  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓····················  77 %     77  cpu3',
    'w05  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····················  76 %     76  cpu4',
    'w06  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······················  75 %     75  cpu5',
    'w07  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······················  74 %     74  cpu6',
    'w08  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······················  73 %     73  cpu7',
    'w09  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓················································  45 %     45  cpu8   ◄',
    'w10  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·························  71 %     71  cpu9',
    'w11  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··························  70 %     70  cpu10',
    'w12  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓···························  69 %     69  cpu11',
    'w13  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓····························  68 %     68  cpu12',
    'w14  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····························  67 %     67  cpu13',
    'w15  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······························  66 %     66  cpu14',
    'w16  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······························  65 %     65  cpu15',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...large, within: 9 }), [
    '── LIVE CPU   8 cores x 2 threads',
    'cpu0   █··········································   2 %   cpu8   █████████████████████████··················  58 %',
    'cpu1   ████·······································   9 %   cpu9   ████████████████████████████···············  65 %',
    'cpu2   ███████····································  16 %   cpu10  ███████████████████████████████············  72 %',
    'cpu3   ██████████·································  23 %   cpu11  ██████████████████████████████████·········  79 %',
    'cpu4   █████████████······························  30 %   cpu12  █████████████████████████████████████······  86 %',
    'cpu5   ████████████████···························  37 %   cpu13  ████████████████████████████████████████···  93 %',
    'cpu6   ███████████████████························  44 %   cpu14  ███████████████████████████████████████████ 100 %',
    'cpu7   ██████████████████████·····················  51 %   cpu15  ███········································   6 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', large), [
    '── SO FAR',
    'L local   2.88 s  2.87 s                                                                 round 1:   2.88 s',
    'P pool    340 ms  335 ms                                                                 round 1:   340 ms    8.47x',
  ]);
});

test('64 workers in a large window stand in four columns', () => {
  const draw = many(64);
  assert.equal(
    zoneRows(draw, large),
    'info 1, blank 1, headline 2, workers 17, cpus 3, workerTime 2, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', large), [
    '── POOL   64 workers   slowest w09,  38 % behind the median',
    'w01  ▓▓▓▓▓▓▓▓▓▓···  80 %     w17  ▓▓▓▓▓▓▓▓·····  64 %     w33  ▓▓▓▓▓▓▓▓·····  65 %     w49  ▓▓▓▓▓▓▓▓▓····  66 %',
    'w02  ▓▓▓▓▓▓▓▓▓▓···  79 %     w18  ▓▓▓▓▓▓▓▓▓▓···  80 %     w34  ▓▓▓▓▓▓▓▓·····  64 %     w50  ▓▓▓▓▓▓▓▓·····  65 %',
    'w03  ▓▓▓▓▓▓▓▓▓▓···  78 %     w19  ▓▓▓▓▓▓▓▓▓▓···  79 %     w35  ▓▓▓▓▓▓▓▓▓▓···  80 %     w51  ▓▓▓▓▓▓▓▓·····  64 %',
    'w04  ▓▓▓▓▓▓▓▓▓▓···  77 %     w20  ▓▓▓▓▓▓▓▓▓▓···  78 %     w36  ▓▓▓▓▓▓▓▓▓▓···  79 %     w52  ▓▓▓▓▓▓▓▓▓▓···  80 %',
    'w05  ▓▓▓▓▓▓▓▓▓▓···  76 %     w21  ▓▓▓▓▓▓▓▓▓▓···  77 %     w37  ▓▓▓▓▓▓▓▓▓▓···  78 %     w53  ▓▓▓▓▓▓▓▓▓▓···  79 %',
    'w06  ▓▓▓▓▓▓▓▓▓▓···  75 %     w22  ▓▓▓▓▓▓▓▓▓▓···  76 %     w38  ▓▓▓▓▓▓▓▓▓▓···  77 %     w54  ▓▓▓▓▓▓▓▓▓▓···  78 %',
    'w07  ▓▓▓▓▓▓▓▓▓▓···  74 %     w23  ▓▓▓▓▓▓▓▓▓▓···  75 %     w39  ▓▓▓▓▓▓▓▓▓▓···  76 %     w55  ▓▓▓▓▓▓▓▓▓▓···  77 %',
    'w08  ▓▓▓▓▓▓▓▓▓····  73 %     w24  ▓▓▓▓▓▓▓▓▓▓···  74 %     w40  ▓▓▓▓▓▓▓▓▓▓···  75 %     w56  ▓▓▓▓▓▓▓▓▓▓···  76 %',
    'w09  ▓▓▓▓▓▓·······  45 % ◄   w25  ▓▓▓▓▓▓▓▓▓····  73 %     w41  ▓▓▓▓▓▓▓▓▓▓···  74 %     w57  ▓▓▓▓▓▓▓▓▓▓···  75 %',
    'w10  ▓▓▓▓▓▓▓▓▓····  71 %     w26  ▓▓▓▓▓▓▓▓▓····  72 %     w42  ▓▓▓▓▓▓▓▓▓····  73 %     w58  ▓▓▓▓▓▓▓▓▓▓···  74 %',
    'w11  ▓▓▓▓▓▓▓▓▓····  70 %     w27  ▓▓▓▓▓▓▓▓▓····  71 %     w43  ▓▓▓▓▓▓▓▓▓····  72 %     w59  ▓▓▓▓▓▓▓▓▓····  73 %',
    'w12  ▓▓▓▓▓▓▓▓▓····  69 %     w28  ▓▓▓▓▓▓▓▓▓····  70 %     w44  ▓▓▓▓▓▓▓▓▓····  71 %     w60  ▓▓▓▓▓▓▓▓▓····  72 %',
    'w13  ▓▓▓▓▓▓▓▓▓····  68 %     w29  ▓▓▓▓▓▓▓▓▓····  69 %     w45  ▓▓▓▓▓▓▓▓▓····  70 %     w61  ▓▓▓▓▓▓▓▓▓····  71 %',
    'w14  ▓▓▓▓▓▓▓▓▓····  67 %     w30  ▓▓▓▓▓▓▓▓▓····  68 %     w46  ▓▓▓▓▓▓▓▓▓····  69 %     w62  ▓▓▓▓▓▓▓▓▓····  70 %',
    'w15  ▓▓▓▓▓▓▓▓▓····  66 %     w31  ▓▓▓▓▓▓▓▓▓····  67 %     w47  ▓▓▓▓▓▓▓▓▓····  68 %     w63  ▓▓▓▓▓▓▓▓▓····  69 %',
    'w16  ▓▓▓▓▓▓▓▓·····  65 %     w32  ▓▓▓▓▓▓▓▓▓····  66 %     w48  ▓▓▓▓▓▓▓▓▓····  67 %     w64  ▓▓▓▓▓▓▓▓▓····  68 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...large, within: 3 }), [
    '── LIVE CPU   32 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-63  ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂ ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▃▃   mean     47 %',
    '                                                                                    busiest 100 %  cpu14',
  ]);
});

test('128 workers in a large window', () => {
  const draw = many(128);
  assert.equal(
    zoneRows(draw, large),
    'info 1, blank 1, headline 2, workers 4, cpus 3, workerTime 2, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', large), [
    '── POOL   1 cell = 1 worker, ▁ start to █ done   ◄ a laggard',
    'w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅ ◄   done       0 / 128',
    'w065  ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆ ◄   median   72 %',
    '                                                                                  slowest  45 %  w009',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...large, within: 3 }), [
    '── LIVE CPU   64 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-63    ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂ ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▃▃   mean     50 %',
    'cpu 64-127  ▄▄▅▅▆▆▇█ ▁▁▁▂▂▃▃▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▅▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇▇█▁▁▂▂ ▃▃▄▄▅▆▆▇   busiest 100 %  cpu14',
  ]);
});
