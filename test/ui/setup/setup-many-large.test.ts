import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { many } from '../../helpers/screens/many-cpus.ts';

const large = { columns: 120, rows: 40 };

test('16 CPUs in a large window have a row each', () => {
  const draw = many(16);
  assert.equal(zoneRows(draw, large), 'machine 3, cpus 17, plan 8, notice 2, trust 2, forecast 3');
  assert.deepEqual(zoneLines(draw, 'machine', large), [
    'Machine   AMD EPYC   8 cores x 2 threads = 16   22.4 GB free',
    'CPUs      usable 16 = min( online 16, affinity 16, quota none )',
    'Runtime   Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', large), [
    '── LIVE CPU   8 cores x 2 threads',
    'cpu0   ██····································································································   2 %',
    'cpu1   █████████·····························································································   9 %',
    'cpu2   ████████████████······················································································  16 %',
    'cpu3   ███████████████████████···············································································  23 %',
    'cpu4   ███████████████████████████████·······································································  30 %',
    'cpu5   ██████████████████████████████████████································································  37 %',
    'cpu6   █████████████████████████████████████████████·························································  44 %',
    'cpu7   ████████████████████████████████████████████████████··················································  51 %',
    'cpu8   ███████████████████████████████████████████████████████████···········································  58 %',
    'cpu9   ██████████████████████████████████████████████████████████████████····································  65 %',
    'cpu10  █████████████████████████████████████████████████████████████████████████·····························  72 %',
    'cpu11  █████████████████████████████████████████████████████████████████████████████████·····················  79 %',
    'cpu12  ████████████████████████████████████████████████████████████████████████████████████████··············  86 %',
    'cpu13  ███████████████████████████████████████████████████████████████████████████████████████████████·······  93 %',
    'cpu14  ██████████████████████████████████████████████████████████████████████████████████████████████████████ 100 %',
    'cpu15  ██████································································································   6 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan', large), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          160   auto: 10 per usable CPU',
    '  Workers     P =           16   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    "  Ray         http://127.0.0.1:8265   off: press a, then space; from Ray's own default",
  ]);
});

test('64 CPUs in a large window stand in four columns', () => {
  const draw = many(64);
  assert.equal(zoneRows(draw, large), 'machine 3, cpus 17, plan 8, notice 2, trust 2, forecast 3');
  assert.deepEqual(zoneLines(draw, 'cpus', { ...large, within: 17 }), [
    '── LIVE CPU   32 cores x 2 threads',
    'cpu0   █············   2 %   cpu16  ██···········  13 %   cpu32  ███··········  24 %   cpu48  █████········  35 %',
    'cpu1   █············   9 %   cpu17  ███··········  20 %   cpu33  ████·········  31 %   cpu49  █████········  42 %',
    'cpu2   ██···········  16 %   cpu18  ████·········  27 %   cpu34  █████········  38 %   cpu50  ██████·······  49 %',
    'cpu3   ███··········  23 %   cpu19  ████·········  34 %   cpu35  ██████·······  45 %   cpu51  ███████······  56 %',
    'cpu4   ████·········  30 %   cpu20  █████········  41 %   cpu36  ███████······  52 %   cpu52  ████████·····  63 %',
    'cpu5   █████········  37 %   cpu21  ██████·······  48 %   cpu37  ████████·····  59 %   cpu53  █████████····  70 %',
    'cpu6   ██████·······  44 %   cpu22  ███████······  55 %   cpu38  █████████····  66 %   cpu54  ██████████···  77 %',
    'cpu7   ███████······  51 %   cpu23  ████████·····  62 %   cpu39  █████████····  73 %   cpu55  ███████████··  84 %',
    'cpu8   ████████·····  58 %   cpu24  █████████····  69 %   cpu40  ██████████···  80 %   cpu56  ████████████·  91 %',
    'cpu9   ████████·····  65 %   cpu25  ██████████···  76 %   cpu41  ███████████··  87 %   cpu57  █████████████  98 %',
    'cpu10  █████████····  72 %   cpu26  ███████████··  83 %   cpu42  ████████████·  94 %   cpu58  █············   4 %',
    'cpu11  ██████████···  79 %   cpu27  ████████████·  90 %   cpu43  ·············   0 %   cpu59  █············  11 %',
    'cpu12  ███████████··  86 %   cpu28  █████████████  97 %   cpu44  █············   7 %   cpu60  ██···········  18 %',
    'cpu13  ████████████·  93 %   cpu29  █············   3 %   cpu45  ██···········  14 %   cpu61  ███··········  25 %',
    'cpu14  █████████████ 100 %   cpu30  █············  10 %   cpu46  ███··········  21 %   cpu62  ████·········  32 %',
    'cpu15  █············   6 %   cpu31  ██···········  17 %   cpu47  ████·········  28 %   cpu63  █████········  39 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan', large), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          256   auto: 4 per usable CPU',
    '  Workers     P =           64   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    "  Ray         http://127.0.0.1:8265   off: press a, then space; from Ray's own default",
  ]);
});

test('128 CPUs in a large window: two rows of cells', () => {
  const draw = many(128);
  assert.equal(zoneRows(draw, large), 'machine 3, cpus 3, plan 8, notice 2, trust 5, forecast 3');
  assert.deepEqual(zoneLines(draw, 'machine', large), [
    'Machine   AMD EPYC   64 cores x 2 threads = 128   22.4 GB free',
    'CPUs      usable 128 = min( online 128, affinity 128, quota none )',
    'Runtime   Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...large, within: 3 }), [
    '── LIVE CPU   64 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-63    ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂ ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▃▃   mean     50 %',
    'cpu 64-127  ▄▄▅▅▆▆▇█ ▁▁▁▂▂▃▃▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▅▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇▇█▁▁▂▂ ▃▃▄▄▅▆▆▇   busiest 100 %  cpu14',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan', large), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          512   auto: 4 per usable CPU',
    '  Workers     P =          128   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    "  Ray         http://127.0.0.1:8265   off: press a, then space; from Ray's own default",
  ]);
});
