import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../../source/core/settings.ts';
import type { Activity } from '../../../source/core/state.ts';
import { formOf, type Form } from '../../../source/ui/form.ts';
import { pageCount } from '../../../source/ui/screens/run-room.ts';
import { planWith } from '../../helpers/profiles.ts';
import { seeded } from '../../helpers/random.ts';
import { rowsOf, type Draw, type WindowOptions } from '../../helpers/ui-frames.ts';
import {
  machineOf,
  resultsScreen,
  runScreen,
  runState,
  sessionState,
  setupScreen,
} from '../../helpers/ui-states.ts';

const random = seeded(23);
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const oneOf = <Item>(items: readonly Item[]): Item => items[between(0, items.length - 1)]!;

const anyWindow = (): Required<WindowOptions> => ({
  columns: between(60, 300),
  rows: between(16, 100),
  ascii: random() < 0.2,
});

/** From a microsecond to ten hours, every decade alike. */
const anyWall = () => 10 ** (random() * 10.5 - 3);

const anyWalls = (count: number) =>
  Array.from({ length: count }, () => {
    const kind = random();
    return kind < 0.8 ? anyWall() : kind < 0.9 ? ('failed' as const) : ('cancelled' as const);
  });

const names = ['CPU', 'AMD EPYC 9554 64-Core Processor', 'Intel(R) Xeon(R) '.repeat(12)] as const;

/** Half of the time more than a machine has CPUs. */
const anyWorkers = () => between(1, random() < 0.5 ? 256 : 1024);

/** Small tasks and few of them: they cost time to make up, and their number changes no row. */
const anySettings = () => ({
  workers: anyWorkers(),
  repeats: between(1, 12),
  size: 100,
  tasks: between(1, 8),
  engines: oneOf([
    ['local', 'pool'],
    ['pool'],
    ['local', 'pool', 'pool'],
    ['pool', 'local', 'local'],
  ] as const),
});

function assertFills(draw: Draw, window: Required<WindowOptions>): void {
  const rows = rowsOf(draw, window);
  const where = `at ${window.columns}x${window.rows}:\n${rows.join('\n')}`;
  assert.equal(rows.length, window.rows - 1, where);
  for (const row of rows) {
    assert.equal(row.length, window.columns - 1, `"${row}" ${where}`);
    assert.ok(!window.ascii || /^[ -~]*$/.test(row), `"${row}" is not ASCII ${where}`);
  }
}

const samples = 150;

test('setup fills any window on any machine, and nothing is wider or higher', () => {
  for (let sample = 0; sample < samples; sample++) {
    const cpus = between(1, 256);
    const machine = { ...machineOf(cpus), cpu: oneOf(names) };
    const known = random();
    const state = sessionState(cpus, {
      machine,
      ...(known < 0.2 ? { load: [] } : {}),
      ...(known < 0.1 ? { calibrations: {} } : {}),
    });
    const settings = { ...defaultSettings, ...anySettings(), size: between(0, 300_000) };
    const form: Form = {
      ...formOf(settings),
      field: oneOf(['size', 'tasks', 'workers', 'repeats', 'workload', 'engines']),
      ...(random() < 0.3 ? { typed: '123456789' } : {}),
      ...(random() < 0.3 ? { notice: 'a sentence of many words '.repeat(12) } : {}),
    };
    assertFills(setupScreen(state, form, random() < 0.1), anyWindow());
  }
});

test('a run fills any window with any number of workers, and nothing is wider or higher', () => {
  for (let sample = 0; sample < samples; sample++) {
    const settings = anySettings();
    const walls = {
      local: anyWalls(settings.repeats),
      pool: anyWalls(settings.repeats),
      'pool#2': anyWalls(settings.repeats),
    };
    const state = runState({
      cpus: between(1, 256),
      settings,
      walls,
      pass: ['pool', between(1, settings.repeats), 1000],
      ...(random() < 0.5 ? { drawing: 1000 * random() ** 4 } : {}),
    });
    const given = {
      cancelling: oneOf(['no', 'asking', 'stopping'] as const),
      page: between(0, 20),
    };
    assertFills(runScreen(state, 1000 + anyWall(), given), anyWindow());
  }
});

test('results fill any window with any outcome, and nothing is wider or higher', () => {
  for (let sample = 0; sample < samples; sample++) {
    const { engines, ...plan } = anySettings();
    const ids = planWith({ engines }).cases.map(({ id }) => id);
    const draw = resultsScreen(
      {
        walls: Object.fromEntries(ids.map((id) => [id, anyWalls(plan.repeats)])),
        plan,
        coldStart: random() < 0.5 ? {} : { pool: anyWall() },
        interrupted: random() < 0.2,
      },
      between(1, 256),
    );
    assertFills(draw, anyWindow());
  }
});

/** Where every rule and every bar of an engine stands. */
const places = (draw: Draw, window: WindowOptions): readonly string[] => {
  const rows = rowsOf(draw, window);
  return rows.flatMap((row, index) => {
    const rule = row.startsWith('├') ? ['rule'] : [];
    const [, bar] = /^│ ([LP]) /.exec(row) ?? [];
    return [...rule, ...(bar ? [bar] : [])].map((what) => `${what} ${index}`);
  });
};

const asleep: readonly Activity[] = [
  { type: 'opening' },
  { type: 'warming-up', case: 'local', since: 1100 },
  { type: 'warming-up', case: 'pool', since: 1100 },
];

test('nothing moves on the run screen from the first warm-up to the last pass', () => {
  for (let sample = 0; sample < samples; sample++) {
    const cpus = between(1, 256);
    const settings = { workers: anyWorkers(), repeats: 3, size: 100, tasks: 4 };
    const window = { columns: between(60, 300), rows: between(16, 100) };
    const walls = { local: [8, 'failed', 8], pool: [2, 'failed', 2] } as const;
    const inPool = runState({ cpus, settings, pass: ['pool', 3, 1100], walls });
    const states = [
      ...asleep.map((activity) => runState({ cpus, settings, activity })),
      runState({ cpus, settings, pass: ['local', 1, 1100] }),
      runState({ cpus, settings, pass: ['pool', 1, 1100] }),
      runState({ cpus, settings, pass: ['local', 3, 1100], walls }),
      inPool,
    ];
    const draws = [
      ...states.map((state) => runScreen(state, 1200)),
      runScreen(inPool, 1200, { page: 1 }),
    ];
    const [first, ...others] = draws.map((draw) => places(draw, window));
    assert.ok(first?.some((place) => place.startsWith('P ')));
    for (const place of others) {
      assert.deepEqual(place, first, `${settings.workers} workers, ${JSON.stringify(window)}`);
    }
  }
});

test('nothing moves on the setup screen when the load, the calibration or a notice comes', () => {
  for (let sample = 0; sample < samples; sample++) {
    const cpus = between(1, 256);
    const window = { columns: between(60, 300), rows: between(16, 100) };
    const form = formOf(defaultSettings);
    const draws = [
      setupScreen(sessionState(cpus, { load: [], calibrations: {} }), form),
      setupScreen(sessionState(cpus, { calibrations: {} }), form),
      setupScreen(sessionState(cpus), form),
      setupScreen(sessionState(cpus), { ...form, notice: 'no.', typed: '7' }),
    ];
    const [first, ...others] = draws.map((draw) => places(draw, window));
    for (const place of others) {
      assert.deepEqual(place, first, `${cpus} CPUs, ${JSON.stringify(window)}`);
    }
  }
});

test('the headline bars stand in every window of the run screen, in the order of the plan', () => {
  const state = runState({ cpus: 256, pass: ['pool', 1, 1100] });
  for (let rows = 16; rows < 60; rows++) {
    const bars = rowsOf(runScreen(state, 1200), { columns: 60, rows })
      .slice(0, 5)
      .filter((row) => /^│ [LP] /.test(row));
    assert.deepEqual(
      bars.map((row) => row.slice(2, 9)),
      ['L local', 'P pool '],
      `${rows} rows`,
    );
  }
});

test('every worker stands on one page, and every page has some', () => {
  for (let sample = 0; sample < samples; sample++) {
    const workers = anyWorkers();
    const window = { columns: between(60, 300), rows: between(16, 60) };
    const state = runState({
      settings: { workers, size: 100, tasks: 4 },
      pass: ['pool', 1, 1100],
      samples: Array.from({ length: workers }, () => ({ share: 1, tasks: 1 })),
    });
    const pages = pageCount(state.profile!.plan, window);
    const cells = Array.from({ length: pages }, (_, page) =>
      rowsOf(runScreen(state, 1200, { page }), window)
        .filter((row) => /^│ w\d+ .*█/.test(row))
        .reduce((total, row) => total + row.replaceAll(/[^█]/g, '').length, 0),
    );
    const where = `${workers} workers, ${JSON.stringify(window)}`;
    assert.ok(pages === 1 || cells.every((count) => count > 0), where);
    assert.ok(pages === 1 || cells.reduce((sum, count) => sum + count, 0) === workers, where);
  }
});
