import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState } from '../../../source/core/profile/state.ts';
import {
  frameText,
  keysText,
  rowsOf,
  zoneLines,
  zoneRows,
} from '../../helpers/screens/ui-frames.ts';
import { sessionState, setupScreen } from '../../helpers/screens/ui-states.ts';
import { form } from '../../helpers/screens/plain-setup.ts';

test('before anything is known the plan stands there, and what is awaited', () => {
  const draw = setupScreen(initialState, form);
  assert.equal(zoneRows(draw), 'machine 3, cpus 2, plan 8, notice 2, trust 2, forecast 3');
  assert.deepEqual(zoneLines(draw, 'machine'), ['detecting the machine', '', '']);
  assert.deepEqual(zoneLines(draw, 'cpus'), [
    '── LIVE CPU',
    'cpu0  ·······························································   n/a',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =         auto   auto, as many per usable CPU',
    '  Workers     P =            1   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off: press a, then space',
  ]);
  assert.deepEqual(zoneLines(draw, 'trust'), [
    '── TRUST',
    '  unknown  other programs, steal, governor',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast'), [
    '── FORECAST',
    '    timing list on one worker',
    '  memory 112 MB a task',
  ]);
});

test('a workload that could not be timed has no forecast but its memory', () => {
  const state = sessionState(2, { calibrations: {}, uncalibrated: ['list'] });
  const rows = rowsOf(setupScreen(state, form));
  const title = rows.findIndex((row) => row.includes('FORECAST'));
  assert.match(rows[title + 1] ?? '', /^│   time n\/a: list could not be timed +│$/);
  assert.match(rows[title + 2] ?? '', /^│   memory 112 MB a task +│$/);
});

test('the machine stands there before its load and the calibration', () => {
  const state = sessionState(2, { load: [], calibrations: {} });
  const draw = setupScreen(state, form);
  assert.equal(zoneRows(draw), 'machine 3, cpus 3, plan 8, notice 1, trust 2, forecast 3');
  assert.deepEqual(zoneLines(draw, 'cpus'), [
    '── LIVE CPU',
    'cpu0  ·······························································   n/a',
    'cpu1  ·······························································   n/a',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per usable CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off: press a, then space',
  ]);
});

test('machine, load, plan and forecast', () => {
  assert.equal(
    frameText(setupScreen(sessionState(), form)),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ Machine   AMD EPYC   2 cores x 1 thread = 2   22.4 GB free                  │
│ CPUs      usable 2 = min( online 2, affinity 2, quota none )                │
│ Runtime   Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64                   │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────┤
│ cpu0  █······························································   2 % │
│ cpu1  ██████·························································   9 % │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│ > Size        n =       50,000   terms of one sequence                      │
│   Tasks       N =          100   auto: 50 per usable CPU                    │
│   Workers     P =            2   one per usable CPU                         │
│   Rounds      R =            5   interleaved; median and its interval       │
│   Workload    list   keeps every term, a list in memory                     │
│   Engines     [x] L local  [x] P pool  [ ] R ray                            │
│   Ray         http://127.0.0.1:8265   off: press a, then space              │
│                                                                             │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ok  other programs 3 %, no steal, no throttling   unknown  governor       │
├─ FORECAST ──────────────────────────────────────────────────────────────────┤
│   local 900 ms   pool 450 ms   all passes 6.75 s                            │
│   memory 112 MB a task, 371 MB at once: 2 % of what is free                 │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('the smallest window keeps every field, a line about the CPUs and the forecast', () => {
  const window = { columns: 60, rows: 16 };
  assert.equal(
    frameText(setupScreen(sessionState(), form), window),
    `
╭─ fibtui ──────────────────────── SETUP · run · results ─╮
│ Machine   AMD EPYC   2 cores x 1 thread = 2             │
│ 2 CPUs   mean   6 %   busiest cpu1   9 %                │
│ > Size        n =       50,000   terms of one sequence  │
│   Tasks       N =          100   auto: 50 per CPU       │
│   Workers     P =            2   one per usable CPU     │
│   Rounds      R =            5   interleaved            │
│   Workload    list   keeps every term, a list in memory │
│   Engines     [x] L local  [x] P pool  [ ] R ray        │
│   Ray         http://127.0.0.1:8265   off               │
│                                                         │
│   local 900 ms   pool 450 ms   all passes 6.75 s        │
│   memory 371 MB at once: 2 % of what is free            │
╰─────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  ? help  q quit
`,
  );
});

test('a large window gives its columns to the bars and leaves its rows blank', () => {
  const window = { columns: 120, rows: 40 };
  assert.equal(
    frameText(setupScreen(sessionState(), form), window),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── SETUP · run · results ─╮
│ Machine   AMD EPYC   2 cores x 1 thread = 2   22.4 GB free                                                          │
│ CPUs      usable 2 = min( online 2, affinity 2, quota none )                                                        │
│ Runtime   Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64                                                           │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ cpu0  ██·····································································································   2 % │
│ cpu1  █████████······························································································   9 % │
├─ PLAN ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ > Size        n =       50,000   terms of one sequence                                                              │
│   Tasks       N =          100   auto: 50 per usable CPU                                                            │
│   Workers     P =            2   one per usable CPU                                                                 │
│   Rounds      R =            5   interleaved; median and its interval                                               │
│   Workload    list   keeps every term, a list in memory                                                             │
│   Engines     [x] L local  [x] P pool  [ ] R ray                                                                    │
│   Ray         http://127.0.0.1:8265   off: press a, then space; from Ray's own default                              │
│                                                                                                                     │
│                                                                                                                     │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ok       other programs 3 %                                                                                       │
│   ok       no steal                                                                                                 │
│   ok       no throttling                                                                                            │
│   unknown  governor: not reported on this machine                                                                   │
├─ FORECAST ──────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   local 900 ms   pool 450 ms   all passes 6.75 s                                                                    │
│   memory 112 MB a task, 371 MB at once: 2 % of what is free                                                         │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit
`,
  );
});

test('ASCII alone', () => {
  const window = { ascii: true };
  const draw = setupScreen(sessionState(), form);
  assert.equal(zoneRows(draw, window), 'machine 3, cpus 3, plan 8, notice 1, trust 2, forecast 3');
  assert.deepEqual(zoneLines(draw, 'cpus', window), [
    '-- LIVE CPU',
    'cpu0  #..............................................................   2 %',
    'cpu1  ######.........................................................   9 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan', window), [
    '-- PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per usable CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off: press a, then space',
  ]);
  assert.deepEqual(zoneLines(draw, 'trust', window), [
    '-- TRUST',
    '  ok  other programs 3 %, no steal, no throttling   unknown  governor',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast', window), [
    '-- FORECAST',
    '  local 900 ms   pool 450 ms   all passes 6.75 s',
    '  memory 112 MB a task, 371 MB at once: 2 % of what is free',
  ]);
  assert.equal(
    keysText(draw, window),
    'enter run  up/down field  left/right change  0-9 type  ? help  q quit',
  );
});
