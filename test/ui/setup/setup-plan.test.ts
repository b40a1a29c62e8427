import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../../source/core/plan/settings.ts';
import { afterKey, formOf } from '../../../source/ui/setup/form.ts';
import { calibrationWith } from '../../helpers/profiles/profiles.ts';
import { ownTarget, withRay } from '../../helpers/screens/ui-clusters.ts';
import { keysText, rowsOf, zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { machineOf, sessionState, setupScreen } from '../../helpers/screens/ui-states.ts';
import { form } from '../../helpers/screens/plain-setup.ts';

const keysOf = (...given: Parameters<typeof setupScreen>) =>
  rowsOf(setupScreen(...given))
    .at(-1)
    ?.trim();

test('while a size is typed the forecast is already for it', () => {
  const typing = { ...form, typed: '100000' };
  const draw = setupScreen(sessionState(), typing);
  assert.equal(zoneRows(draw), 'machine 3, cpus 3, plan 8, notice 1, trust 2, forecast 3');
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =      100000_   terms of one sequence',
    '  Tasks       N =           40   auto: 20 per usable CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off: press a, then space',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast'), [
    '── FORECAST',
    '  local 1.44 s   pool 720 ms   all passes 10.8 s',
    '  memory 445 MB a task, 1.37 GB at once: 6 % of what is free',
  ]);
  const keys = 'enter take it  esc give it up  backspace correct';
  assert.equal(keysText(draw), `${keys}  like 50,000 1.5k 2M 5e4`);
  assert.equal(keysText(draw, { columns: 60 }), keys);
});

test('a size out of range stays open, and the reason stands below the plan', () => {
  const refused = ['3', '0', '0', '0', '0', '1', 'enter'].reduce(
    (before, key) => afterKey(before, key, 2),
    form,
  );
  const window = { columns: 60, rows: 16 };
  const draw = setupScreen(sessionState(), refused);
  assert.equal(zoneRows(draw, window), 'machine 1, cpus 1, plan 7, notice 1, forecast 2');
  assert.deepEqual(zoneLines(draw, 'plan', { ...window, within: 7 }), [
    '> Size        n =      300001_   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice', { ...window, within: 1 }), [
    '! list takes 0 to 300,000 terms, pair up to 10,000,000.',
  ]);
});

test('cores of two kinds are told apart, beside the machine and above its load', () => {
  const kinds = [
    { cores: 8, cpus: 16, usable: 16 },
    { cores: 8, cpus: 8, usable: 8 },
  ];
  const machine = { ...machineOf(24), cores: 16, kinds };
  const draw = setupScreen(sessionState(24, { machine }), formOf(defaultSettings));
  assert.equal(
    zoneLines(draw, 'machine')[0],
    'Machine   AMD EPYC   8 P + 8 E cores, 24 threads   22.4 GB free',
  );
  assert.equal(zoneLines(draw, 'cpus')[0], '── LIVE CPU   8 P + 8 E cores');
});

test('a plan that needs too much memory is refused with its numbers and its ways out', () => {
  const large = formOf({ ...defaultSettings, size: 300_000 });
  const draw = setupScreen(sessionState(16), large);
  assert.equal(zoneRows(draw), 'machine 2, cpus 5, plan 8, notice 1, trust 1, forecast 3');
  assert.deepEqual(zoneLines(draw, 'machine', { within: 2 }), [
    'Machine   AMD EPYC   8 cores x 2 threads = 16   22.4 GB free',
    'CPUs      usable 16 = min( online 16, affinity 16, quota none )',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { within: 5 }), [
    '── LIVE CPU   8 cores x 2 threads',
    'cpu0  █···   2 %   cpu4  █···  30 %   cpu8  ██··  58 %   cpu12 ███·  86 %',
    'cpu1  █···   9 %   cpu5  █···  37 %   cpu9  ███·  65 %   cpu13 ████  93 %',
    'cpu2  █···  16 %   cpu6  ██··  44 %   cpu10 ███·  72 %   cpu14 ████ 100 %',
    'cpu3  █···  23 %   cpu7  ██··  51 %   cpu11 ███·  79 %   cpu15 █···   6 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =      300,000   terms of one sequence',
    '  Tasks       N =           16   auto: 1 per usable CPU',
    '  Workers     P =           16   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off: press a, then space',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice', { within: 1 }), [
    '! too much memory: p takes pair instead, f forces it',
  ]);
  assert.deepEqual(zoneLines(draw, 'trust', { within: 1 }), [
    '  ok  other programs 3 %, no steal, no throttling   unknown  governor',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast'), [
    '── FORECAST',
    '  local 5.18 s   pool 324 ms   all passes 27.5 s',
    '! memory 4.00 GB a task, 68.2 GB at once: 305 % of what is free',
  ]);
  assert.equal(
    keysText(draw),
    'p pair instead  f force  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit',
  );
});

test('a plan that needs much memory is warned of and not refused', () => {
  const machine = machineOf(2);
  const state = sessionState(2, {
    machine: { ...machine, memory: { ...machine.memory, limit: 600e6 } },
  });
  const rows = rowsOf(setupScreen(state, form));
  assert.match(rows.join('\n'), /│ ! memory 112 MB a task, 371 MB at once: 62 % of what is free /);
  assert.equal(keysOf(state, form), 'enter run  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit');
});

test('a forced plan is warned of and not refused', () => {
  const forced = formOf({ ...defaultSettings, size: 300_000, force: true });
  const rows = rowsOf(setupScreen(sessionState(16), forced)).join('\n');
  assert.match(rows, /│ ! memory 4\.00 GB a task, 68\.2 GB at once: 305 % of what is free /);
  assert.doesNotMatch(rows, /too much memory/);
});

test('more workers than CPUs, few rounds and engines that are off are said in the plan', () => {
  const settings = {
    ...defaultSettings,
    tasks: 16,
    workers: 4,
    rounds: 3,
    workload: 'bigint',
    engines: ['pool'],
  } as const;
  const state = sessionState(2, {
    calibrations: { bigint: calibrationWith({ workload: 'bigint', a: 100, b: 0 }) },
  });
  const chosen = { ...formOf(settings), field: 'engines', engine: 'pool' } as const;
  const draw = setupScreen(state, chosen);
  assert.equal(zoneRows(draw), 'machine 3, cpus 3, plan 8, notice 1, trust 2, forecast 3');
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '  Size        n =       50,000   terms of one sequence',
    '  Tasks       N =           16   sequences in a pass',
    '  Workers     P =            4   on 2 usable CPUs: they take turns',
    '  Rounds      R =            3   too few for a verdict: it takes 5',
    '  Workload    bigint   keeps every term as a BigInt: garbage collected',
    '> Engines     [ ] L local  [x] P pool  [ ] R ray',
    '  Ray         http://127.0.0.1:8265   off: bigint does not exist on Ray',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast'), [
    '── FORECAST',
    '  pool 800 ms   all passes 2.40 s',
    '  memory 442 MB a task, 1.81 GB at once: 8 % of what is free',
  ]);
  assert.equal(keysText(draw), 'enter run  ↑/↓ field  ←/→ choose  space on/off  ? help  q quit');
});

test('a start that waits says for what, and can be given up until it is handed over', () => {
  const uncalibrated = sessionState(2, { calibrations: {} });
  const waits = 'starting as soon as the calibration is done  ';
  assert.equal(keysOf(uncalibrated, form, { place: 'preparing' }), `${waits}esc back  ctrl+c quit`);
  assert.equal(keysOf(sessionState(), form, { place: 'starting' }), `${waits}ctrl+c quit`);
});

test('a start waits for Ray when the calibration is there', () => {
  const ray = formOf(withRay());
  const own = formOf(withRay({ ray: ownTarget }));
  const uncalibrated = sessionState(2, { calibrations: {} });
  assert.match(keysOf(uncalibrated, ray, { place: 'preparing' }) ?? '', /the calibration is done/);
  assert.equal(
    keysOf(sessionState(), ray, { place: 'preparing' }),
    'starting as soon as Ray has answered  esc back  ctrl+c quit',
  );
  assert.equal(
    keysOf(sessionState(), own, { place: 'preparing' }),
    'starting as soon as Ray runs here  esc back  ctrl+c quit',
  );
});

test('a machine that tells little is shown with what it tells', () => {
  const { cores: _, ...machine } = machineOf(2);
  const [, first] = rowsOf(setupScreen(sessionState(2, { machine }), form));
  assert.equal(first?.trimEnd(), `│ Machine   AMD EPYC   2 CPUs   22.4 GB free${' '.repeat(34)}│`);
});

test('a CPU with a long name is cut rather than left out', () => {
  const machine = { ...machineOf(2), cpu: 'Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz' };
  const [, first] = rowsOf(setupScreen(sessionState(2, { machine }), form), { columns: 60 });
  assert.equal(first, '│ Machine   Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz │');
});

test('a plan that keeps too many task times is refused with its numbers, and pair is no way out', () => {
  const many = formOf({ ...defaultSettings, workload: 'pair', tasks: 1_000_000, rounds: 50 });
  const state = sessionState(2, { calibrations: { pair: calibrationWith({ workload: 'pair' }) } });
  assert.deepEqual(zoneLines(setupScreen(state, many), 'notice', { within: 1 }), [
    '! too many tasks: fewer of them fit, f forces it',
  ]);
  assert.match(
    rowsOf(setupScreen(state, many), { columns: 120, rows: 40 }).join('\n'),
    /! 50 rounds of 1,000,000 tasks keep 5\.05 GB of task times: the most is 2\.00 GB; fewer of them fit, f forces it/,
  );
  assert.match(keysOf(state, many) ?? '', /^f force {2}/);
});
