import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { machineOf, sessionState, setupScreen } from '../../helpers/screens/ui-states.ts';
import { form, many } from '../../helpers/screens/many-cpus.ts';

const smallest = { columns: 60, rows: 16 };

test('16 CPUs stand in four columns, and the plan and the forecast keep their rows', () => {
  const draw = many(16);
  assert.equal(zoneRows(draw), 'machine 2, cpus 5, plan 8, notice 1, trust 1, forecast 3');
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          160   auto: 10 per usable CPU',
    '  Workers     P =           16   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off: press a, then space',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast'), [
    '── FORECAST',
    '  local 1.44 s   pool 90.0 ms   all passes 7.65 s',
    '  memory 112 MB a task, 2.10 GB at once: 9 % of what is free',
  ]);
});

test('64 CPUs stand as one cell each, with their figures beside them', () => {
  const draw = many(64);
  assert.equal(zoneRows(draw), 'machine 3, cpus 3, plan 8, notice 1, trust 2, forecast 3');
  assert.deepEqual(zoneLines(draw, 'machine'), [
    'Machine   AMD EPYC   32 cores x 2 threads = 64   22.4 GB free',
    'CPUs      usable 64 = min( online 64, affinity 64, quota none )',
    'Runtime   Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { within: 3 }), [
    '── LIVE CPU   32 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-31   ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁   mean     47 %',
    'cpu 32-63  ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂ ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▃▃   busiest 100 %  cpu14',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          256   auto: 4 per usable CPU',
    '  Workers     P =           64   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off: press a, then space',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast'), [
    '── FORECAST',
    '  local 2.30 s   pool 36.0 ms   all passes 11.7 s',
    '  memory 112 MB a task, 8.03 GB at once: 36 % of what is free',
  ]);
});

test('128 CPUs take two rows more, and their memory is warned of', () => {
  const draw = many(128);
  assert.equal(zoneRows(draw), 'machine 2, cpus 5, plan 8, notice 1, trust 1, forecast 3');
  assert.deepEqual(zoneLines(draw, 'machine', { within: 2 }), [
    'Machine   AMD EPYC   64 cores x 2 threads = 128   22.4 GB free',
    'CPUs      usable 128 = min( online 128, affinity 128, quota none )',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus'), [
    '── LIVE CPU   64 cores x 2 threads   1 cell = 1 CPU',
    'cpu 0-31    ▁▁▁▂▂▃▄▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅ ▆▆▇▇█▁▁▁   mean     50 %',
    'cpu 32-63   ▂▂▃▄▄▅▅▆ ▆▇█·▁▁▂▂ ▃▃▄▄▅▆▆▇ ▇█▁▁▁▂▃▃   busiest 100 %  cpu14',
    'cpu 64-95   ▄▄▅▅▆▆▇█ ▁▁▁▂▂▃▃▄ ▅▅▆▆▇▇█▁ ▁▂▂▃▃▄▄▅',
    'cpu 96-127  ▅▆▇▇█▁▁▁ ▂▂▃▄▄▅▅▆ ▆▇▇█▁▁▂▂ ▃▃▄▄▅▆▆▇',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          512   auto: 4 per usable CPU',
    '  Workers     P =          128   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off: press a, then space',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast'), [
    '── FORECAST',
    '  local 4.61 s   pool 36.0 ms   all passes 23.2 s',
    '! memory 112 MB a task, 15.9 GB at once: 71 % of what is free',
  ]);
});

test('16 CPUs in the smallest window', () => {
  const draw = many(16);
  assert.equal(zoneRows(draw, smallest), 'machine 1, cpus 1, plan 7, notice 1, forecast 2');
  assert.deepEqual(zoneLines(draw, 'machine', { ...smallest, within: 1 }), [
    'Machine   AMD EPYC   8 cores x 2 threads = 16',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...smallest, within: 1 }), [
    '16 CPUs   mean  48 %   busiest cpu14 100 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan', { ...smallest, within: 7 }), [
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          160   auto: 10 per CPU',
    '  Workers     P =           16   one per usable CPU',
    '  Rounds      R =            5   interleaved',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast', { ...smallest, within: 2 }), [
    '  local 1.44 s   pool 90.0 ms   all passes 7.65 s',
    '  memory 2.10 GB at once: 9 % of what is free',
  ]);
});

test('64 CPUs in the smallest window', () => {
  const draw = many(64);
  assert.equal(zoneRows(draw, smallest), 'machine 1, cpus 1, plan 7, notice 1, forecast 2');
  assert.deepEqual(zoneLines(draw, 'machine', { ...smallest, within: 1 }), [
    'Machine   AMD EPYC   32 cores x 2 threads = 64',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...smallest, within: 1 }), [
    '64 CPUs   mean  47 %   busiest cpu14 100 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan', { ...smallest, within: 7 }), [
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          256   auto: 4 per usable CPU',
    '  Workers     P =           64   one per usable CPU',
    '  Rounds      R =            5   interleaved',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast', { ...smallest, within: 2 }), [
    '  local 2.30 s   pool 36.0 ms   all passes 11.7 s',
    '  memory 8.03 GB at once: 36 % of what is free',
  ]);
});

test('128 CPUs in the smallest window', () => {
  const draw = many(128);
  assert.equal(zoneRows(draw, smallest), 'machine 1, cpus 1, plan 7, notice 1, forecast 2');
  assert.deepEqual(zoneLines(draw, 'machine', { ...smallest, within: 1 }), [
    'Machine   AMD EPYC   64 cores x 2 threads = 128',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ...smallest, within: 1 }), [
    '128 CPUs   mean  50 %   busiest cpu14  100 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan', { ...smallest, within: 7 }), [
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          512   auto: 4 per usable CPU',
    '  Workers     P =          128   one per usable CPU',
    '  Rounds      R =            5   interleaved',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast', { ...smallest, within: 2 }), [
    '  local 4.61 s   pool 36.0 ms   all passes 23.2 s',
    '! memory 15.9 GB at once: 71 % of what is free',
  ]);
});

test('a quota of a part of a CPU is said in full in the smallest window, in place of the machine', () => {
  const usable = { count: 64, online: 128, affinity: 128, quota: 64.25 };
  const state = sessionState(64, { machine: { ...machineOf(128), usable } });
  const [, first] = rowsOf(setupScreen(state, form), smallest);
  assert.equal(first, '│ usable 64 = min(online 128, affinity 128, quota 64.25)  │');
});
