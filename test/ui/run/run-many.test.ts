import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageCount } from '../../../source/ui/run/run-room.ts';
import {
  frameText,
  keysText,
  rowsOf,
  zoneLines,
  zoneRows,
} from '../../helpers/screens/ui-frames.ts';
import { runScreen, runState, type RunRequest } from '../../helpers/screens/ui-states.ts';

const manyState = (cpus: number, given: RunRequest = {}) =>
  runState({
    cpus,
    pass: ['pool', 3, 7000],
    walls: { local: [2880, 2870], pool: [340, 335] },
    ...given,
  });

const many = (cpus: number, given: RunRequest = {}) => runScreen(manyState(cpus, given), 7080);

const smallest = { columns: 60, rows: 16 };
const large = { columns: 120, rows: 40 };

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
    'L local   2.88 s  2.87 s                           median   2.88 s',
    'P pool    340 ms  335 ms                           median   338 ms    8.52x',
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
    'L local   2.88 s  2.87 s       median   2.88 s',
    'P pool    340 ms  335 ms       median   338 ms    8.52x',
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
    'L local   2.88 s  2.87 s       median   2.88 s',
    'P pool    340 ms  335 ms       median   338 ms    8.52x',
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
    'L local   2.88 s  2.87 s                                                                   median   2.88 s',
    'P pool    340 ms  335 ms                                                                   median   338 ms    8.52x',
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

test('where not even the cells fit there are pages, and the figures are those of all workers', () => {
  const draw = runScreen(manyState(64, { settings: { workers: 1024 } }), 7080, { page: 1 });
  assert.equal(
    zoneRows(draw),
    'info 1, headline 2, workers 12, cpus 1, workerTime 1, soFar 2, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL   1,024 workers on 64 CPUs   page 2/3   1 cell = 1 worker',
    'w0353  ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆     done        0 / 1024',
    'w0385  ▆▆▅▅▅▅▅▆ ▄▆▆▆▆▆▆▆ ▆▆▆▅▅▅▅▅ ▆▆▆▆▆▆▆▆ ◄   median   72 %',
    'w0417  ▆▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ▅▅▆▆▆▆▆▆     slowest  45 %  w0009',
    'w0449  ▆▆▆▆▆▆▅▅ ▄▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅ ▅▅▅▅▆▆▆▆ ◄',
    'w0481  ▆▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆',
    'w0513  ▆▆▆▆▆▆▆▆ ▄▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆ ▆▆▆▅▅▅▅▅ ◄',
    'w0545  ▆▆▆▆▆▆▆▆ ▆▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅',
    'w0577  ▅▅▆▆▆▆▆▆ ▄▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅ ◄',
    'w0609  ▅▅▅▅▆▆▆▆ ▆▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆',
    'w0641  ▆▅▅▅▅▅▆▆ ▄▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆ ◄',
    'w0673  ▆▆▆▅▅▅▅▅ ▆▆▆▆▆▆▆▆ ▆▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { within: 2 }), [
    'L local   2.88 s  2.87 s                           median   2.88 s',
    'P pool    340 ms  335 ms                           median   338 ms    8.52x',
  ]);
  assert.equal(keysText(draw), 'esc cancel  g timeline  pgup/pgdn workers  ? help  ctrl+c quit');
});

test('pages of 256 workers in the smallest window', () => {
  const draw = runScreen(manyState(256), 7080, { page: 1 });
  assert.equal(
    zoneRows(draw, smallest),
    'info 1, headline 2, workers 5, cpus 1, soFar 2, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── POOL   page 2/2   slowest w009,  38 % behind',
    'w161  ▆▆▆▆▆▅▅▅ ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅',
    'w201  ▄▅▅▅▆▆▆▆ ▆▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆ ◄',
    'w241  ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆',
    '',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...smallest, within: 1 }), [
    '256 CPUs   mean  49 %   busiest cpu14  100 %',
  ]);
  assert.equal(keysText(draw, smallest), 'esc cancel  g timeline  pgup/pgdn  ? help  ctrl+c quit');
});

test('ASCII alone', () => {
  const draw = many(64);
  assert.equal(
    zoneRows(draw, { ascii: true }),
    'info 1, blank 1, headline 2, workers 4, cpus 3, workerTime 2, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'headline', { ascii: true }), [
    'L local   ############################################    2.88 s  ~0.2 %',
    'P pool    =...........................................  running  0.1 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers', { ascii: true }), [
    '-- POOL   1 cell = 1 worker, 1 start to 8 done   < a laggard',
    'w01  66666666 46665555 56666666 66666555 <   done      0 / 64',
    'w33  55666666 66666655 55566666 66666665     median   73 %',
    '                                             slowest  45 %  w09',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ascii: true, within: 3 }), [
    '-- LIVE CPU   32 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-31   11122344 55667781 12233445 66778111   mean     47 %',
    'cpu 32-63  22344556 678.1122 33445667 78111233   busiest 100 %  cpu14',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ascii: true }), [
    '-- SO FAR',
    'L local   2.88 s  2.87 s                           median   2.88 s',
    'P pool    340 ms  335 ms                           median   338 ms    8.52x',
  ]);
});

test('behind the last page there is no other, nor before the first', () => {
  const state = manyState(256);
  const at = (page: number) => frameText(runScreen(state, 7080, { page }), smallest);
  assert.equal(at(7), at(1));
  assert.equal(at(-1), at(0));
  assert.notEqual(at(0), at(1));
});

test('there are more pages where there is less room', () => {
  const pages = (workers: number, columns: number, rows: number) => {
    const state = manyState(2, { settings: { workers } });
    return pageCount(state, state.profile!, { columns, rows });
  };
  assert.deepEqual(
    [pages(160, 60, 16), pages(161, 60, 16), pages(1024, 60, 16), pages(1024, 80, 24)],
    [1, 2, 7, 3],
  );
  assert.equal(pages(1024, 120, 40), 1);
});

test('the keys of the pages stand there where there are pages', () => {
  const keysOf = (cpus: number) => rowsOf(many(cpus), smallest).at(-1)?.trim();
  assert.equal(keysOf(256), 'esc cancel  g timeline  pgup/pgdn  ? help  ctrl+c quit');
  assert.equal(keysOf(64), 'esc cancel  g timeline  ? help  ctrl+c quit');
});

test('when all have done their part nobody is the slowest', () => {
  const samples = Array.from({ length: 16 }, () => ({ share: 1, tasks: 20 }));
  const title = rowsOf(many(16, { samples })).find((row) => row.includes('POOL'));
  assert.match(title ?? '', /─ POOL   16 workers   all done ─/);
});
