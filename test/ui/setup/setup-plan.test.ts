import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { defaultSettings, type Settings } from '../../../source/core/plan/settings.ts';
import { afterKey, formOf } from '../../../source/ui/setup/form.ts';
import { calibrationWith } from '../../helpers/profiles/profiles.ts';
import { missed, ownTarget, withRay } from '../../helpers/screens/ui-clusters.ts';
import { keysText, rowsOf, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { machineOf, sessionState, setupScreen } from '../../helpers/screens/ui-states.ts';
import { form } from '../../helpers/screens/plain-setup.ts';

const formWith = (given: Partial<Settings>) => formOf({ ...defaultSettings, ...given });

test('while a size is typed the times are already for it', () => {
  const draw = setupScreen(sessionState(), { ...form, typed: '100000' });
  assert.equal(
    zoneLines(draw, 'plan')[1],
    '> Size      100000_         in each Fibonacci sequence',
  );
  assert.deepEqual(zoneLines(draw, 'outlook').slice(1, 4), [
    '40 sequences of 100,000 terms, one after another (local, about 1.4 s) and 2',
    'at a time (pool, about 0.72 s), five times in turns.',
    'About 11 s in all   Memory: 1.37 GB at once, 6 % of what is free',
  ]);
  assert.equal(
    keysText(draw),
    'enter accept  esc discard  backspace correct  like 50,000 1.5k 2M 5e4',
  );
});

test('a size out of range stays open, and the reason stands below the plan', () => {
  const refused = ['3', '0', '0', '0', '0', '1', 'enter'].reduce(
    (before, key) => afterKey(before, key, 2),
    form,
  );
  const window = { columns: 60, rows: 16 };
  const rows = rowsOf(setupScreen(sessionState(), refused), window).join('\n');
  assert.match(rows, /> Size {6}300001_ /);
  assert.match(rows, /▲ list takes 0 to 300,000 terms, pair up to 10,000,000\. /);
});

test('the machine says how many CPUs are usable and why, and which cores it has', () => {
  const machineRow = (machine: Partial<ReturnType<typeof machineOf>>, columns = 80) =>
    zoneLines(
      setupScreen(sessionState(2, { machine: { ...machineOf(24), ...machine } }), form),
      'machine',
      { columns, within: 1 },
    )[0];
  const kinds = [
    { cores: 8, cpus: 16, usable: 16 },
    { cores: 8, cpus: 8, usable: 8 },
  ];
  assert.equal(
    machineRow({ cores: 16, kinds }),
    'AMD EPYC   24 of 24 CPUs usable (8 P + 8 E cores, 24 threads)',
  );
  assert.equal(
    machineRow({ usable: { count: 4, online: 24, affinity: 8, quota: 4.5 } }),
    'AMD EPYC   4 of 24 CPUs usable (online 24, allowed 8, quota 4.5)',
  );
  const { cores: _, ...silent } = machineOf(2);
  assert.equal(
    zoneLines(setupScreen(sessionState(2, { machine: silent }), form), 'machine', { within: 1 })[0],
    'AMD EPYC   2 of 2 CPUs usable',
  );
  assert.equal(
    machineRow({ cpu: 'Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz' }, 60),
    'Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz   24 CPUs',
  );
});

suite('memory', () => {
  test('a plan that needs too much is refused with its ways out', () => {
    const draw = setupScreen(sessionState(16), formWith({ size: 300_000 }));
    assert.deepEqual(zoneLines(draw, 'notice', { within: 1 }), [
      '▲ Too much memory: press p to take pair instead, or f to run it anyway.',
    ]);
    assert.match(rowsOf(draw).join('\n'), /▲ Memory: 68\.2 GB at once, 305 % of what is free /);
    assert.equal(
      keysText(draw),
      'p pair instead  f run anyway  ↑/↓ field  ←/→ change  0-9 type  ? help  q quit',
    );
  });

  test('what it needs stands there, however long the run would take', () => {
    const large = formWith({ size: 300_000, workers: 1024, tasks: 2048 });
    assert.match(
      rowsOf(setupScreen(sessionState(), large)).join('\n'),
      /│ ▲ Memory: 4\.11 TB at once, 18,369 % of what is free /,
    );
  });

  test('gives way to the time of a run that takes minutes', () => {
    const long = setupScreen(sessionState(), formWith({ size: 20_000, rounds: 200 }));
    assert.match(
      rowsOf(long).join('\n'),
      /│ About \d min \d+ s in all {3}Memory: [\d.]+ MB at once {2}/,
    );
  });

  test('a plan that needs much is warned of, and a forced one, too', () => {
    const machine = machineOf(2);
    const state = sessionState(2, {
      machine: { ...machine, memory: { ...machine.memory, limit: 600e6 } },
    });
    const much = setupScreen(state, form);
    assert.match(rowsOf(much).join('\n'), /▲ Memory: 371 MB at once, 62 % of what is free /);
    assert.match(keysText(much), /^enter run {2}/);
    const forced = setupScreen(sessionState(16), formWith({ size: 300_000, force: true }));
    assert.match(rowsOf(forced).join('\n'), /▲ Memory: 68\.2 GB at once, 305 % of what is free /);
    assert.match(keysText(forced), /^enter run {2}/);
  });

  test('a plan that keeps too many task times is refused, and pair is no way out', () => {
    const state = sessionState(2, {
      calibrations: { pair: calibrationWith({ workload: 'pair' }) },
    });
    const draw = setupScreen(state, formWith({ workload: 'pair', tasks: 1_000_000, rounds: 50 }));
    assert.match(
      rowsOf(draw, { columns: 160, rows: 40 }).join('\n'),
      /▲ 50 rounds of 1,000,000 tasks keep 5\.05 GB of task times: the most is 2\.00 GB\. Take fewer tasks or rounds, or press f to run it anyway\./,
    );
    assert.match(keysText(draw), /^f run anyway {2}/);
  });
});

test('more workers than CPUs, few rounds and engines that are off are said in the plan', () => {
  const state = sessionState(2, {
    calibrations: { bigint: calibrationWith({ workload: 'bigint', a: 100, b: 0 }) },
  });
  const settings = formWith({
    tasks: 16,
    workers: 4,
    rounds: 3,
    workload: 'bigint',
    engines: ['pool'],
  });
  const draw = setupScreen(state, { ...settings, field: 'engines' });
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '  Size      50,000 terms    in each Fibonacci sequence',
    '  Tasks     16              sequences to compute, in every round',
    '  Workers   4               threads on 2 usable CPUs: they take turns',
    '  Rounds    3               too few for a verdict: it takes 5',
    '  Workload  bigint          keeps every term as a BigInt: garbage collected',
    '> Engines   [ ] local  [x] pool  [ ] python',
    '  Ray       [ ] off         Ray does not have bigint',
  ]);
  assert.deepEqual(zoneLines(draw, 'outlook').slice(1, 4), [
    '16 sequences of 50,000 terms, 4 at a time (pool, about 0.80 s), three',
    'times.',
    'About 2.4 s in all   Memory: 1.81 GB at once, 8 % of what is free',
  ]);
  assert.equal(keysText(draw), 'enter run  ↑/↓ field  ←/→ choose  space on/off  ? help  q quit');
});

suite('the keys', () => {
  const hints = (...given: Parameters<typeof setupScreen>) => keysText(setupScreen(...given));

  test('of a start that waits say for what, and that it can be given up until it is handed over', () => {
    const uncalibrated = sessionState(2, { calibrations: {} });
    const waits = 'calibrating, then starting…  ';
    assert.equal(
      hints(uncalibrated, form, { place: 'preparing' }),
      `${waits}esc cancel  ctrl+c quit`,
    );
    assert.equal(hints(sessionState(), form, { place: 'starting' }), `${waits}ctrl+c quit`);
    assert.equal(
      hints(sessionState(), formOf(withRay()), { place: 'preparing' }),
      'waiting for Ray to answer…  esc cancel  ctrl+c quit',
    );
    assert.equal(
      hints(sessionState(), formOf(withRay({ ray: ownTarget })), { place: 'preparing' }),
      'starting Ray here first…  esc cancel  ctrl+c quit',
    );
    const quietWait = { since: 0, most: 60_000 };
    assert.equal(
      hints(sessionState(2, { quietWait }), form, { place: 'preparing' }),
      'enter run now  esc cancel  ctrl+c quit',
    );
  });

  test('of a busy machine are two ways to run', () => {
    const busy = sessionState(2, { otherLoad: { others: 0.31, stolen: 0 } });
    assert.match(hints(busy, form), /^enter runs anyway {2}w waits until it is quiet {2}/);
    assert.match(hints(sessionState(), form), /^enter run {2}↑/);
    assert.match(hints(busy, formWith({ waitQuiet: 60_000 })), /^enter run when quiet {2}↑/);
  });

  test('try Ray again where it does not answer', () => {
    const state = sessionState(2, { cluster: missed });
    assert.match(hints(state, formOf(withRay())), /^enter run {2}r tries Ray again {2}/);
  });

  test('list the saved runs where there are any', () => {
    assert.match(
      hints(sessionState(), form, { listed: true }),
      / {2}h history {2}\? help {2}q quit$/,
    );
  });
});

test('with two CPUs at 200x50 at most a quarter of the rows is blank', () => {
  const rows = rowsOf(setupScreen(sessionState(), form), { columns: 200, rows: 50 });
  const inner = rows.slice(1, -2);
  const blank = inner.filter((row) => /^│ +│$/.test(row));
  assert.ok(blank.length <= inner.length / 4, `${blank.length} of ${inner.length}`);
});
