import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTasksIn } from '../../source/core/plan/ray-text.ts';
import { rayPhases } from '../../source/core/plan/ray.ts';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import type { Activity, ClusterState } from '../../source/core/profile/state.ts';
import { formOf } from '../../source/ui/setup/form.ts';
import { fields, type Form } from '../../source/ui/setup/form-state.ts';
import { pageCount } from '../../source/ui/run/run-room.ts';
import { planWith } from '../helpers/profiles/profiles.ts';
import { seeded } from '../helpers/numbers/random.ts';
import {
  clusterWith,
  exposedCluster,
  missed,
  reached,
  sought,
  withRay,
} from '../helpers/screens/ui-clusters.ts';
import { rowsOf, type Draw, type WindowOptions } from '../helpers/screens/ui-frames.ts';
import {
  machineOf,
  rayNow,
  rayState,
  resultsScreen,
  runScreen,
  runState,
  samplesOn,
  sessionState,
  setupScreen,
  type RayRequest,
} from '../helpers/screens/ui-states.ts';

const random = seeded(23);
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const oneOf = <Item>(items: readonly Item[]): Item => items[between(0, items.length - 1)]!;

const anyWindow = (): Required<WindowOptions> => ({
  columns: between(60, 300),
  rows: between(16, 100),
  ascii: random() < 0.2,
});

/** From a microsecond to ten hours, every decade equally likely. */
const anyWall = () => 10 ** (random() * 10.5 - 3);

const anyWalls = (count: number) =>
  Array.from({ length: count }, () => {
    const kind = random();
    return kind < 0.8 ? anyWall() : kind < 0.9 ? ('failed' as const) : ('cancelled' as const);
  });

const names = ['CPU', 'AMD EPYC 9554 64-Core Processor', 'Intel(R) Xeon(R) '.repeat(12)] as const;

/** Half of the time more than any machine here has CPUs. */
const anyWorkers = () => between(1, random() < 0.5 ? 256 : 1024);

/** Few small tasks: they take time to generate, and their number changes no row. */
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

const anyCluster = (): ClusterState =>
  oneOf([
    sought,
    missed,
    reached(),
    reached(exposedCluster),
    reached(
      clusterWith({
        address: `http://${'a'.repeat(between(1, 190))}`,
        nodes: Array.from({ length: between(0, 300) }, (_, index) => ({
          name: 'node-'.repeat(between(1, 50)),
          cpus: between(0, 2000),
          head: index === 0,
        })),
      }),
    ),
  ]);

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
      ...(random() < 0.8 ? { cluster: anyCluster() } : {}),
    });
    const settings = {
      ...defaultSettings,
      ...anySettings(),
      size: between(0, 300_000),
      ...(random() < 0.5 ? withRay() : {}),
      ...(random() < 0.2 ? { ray: { at: 'a'.repeat(between(1, 200)), from: '--ray' } } : {}),
    };
    const form: Form = {
      ...formOf(settings),
      field: oneOf(fields),
      ...(random() < 0.3 ? { typed: oneOf(['123456789', 'http://10.0.0.7:8265'.repeat(10)]) } : {}),
      ...(random() < 0.3 ? { notice: 'a sentence of many words '.repeat(12) } : {}),
    };
    assertFills(
      setupScreen(state, form, { place: random() < 0.1 ? 'preparing' : 'setup' }),
      anyWindow(),
    );
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

/** The CPUs of at most 100 nodes, at most 1024 in all. */
function anyNodes(): readonly number[] {
  const count = random() < 0.3 ? 1 : between(2, random() < 0.5 ? 6 : 100);
  return Array.from({ length: count }, () => between(1, Math.floor(1024 / count)));
}

const phases = rayPhases.filter((phase) => phase !== 'stopping');

/** A pass on a cluster in any phase. Workers may be missing, and more may have joined, even on other nodes. */
function anyRay(nodes: readonly number[]): RayRequest {
  const reached = phases.slice(0, between(0, phases.length));
  const stopping = random() < 0.2 ? (['stopping'] as const) : [];
  const all = samplesOn([...nodes, ...(random() < 0.2 ? [between(1, 200)] : [])]);
  const some = all.filter(() => random() < 0.7);
  const samples = oneOf([[], all.slice(0, 1), some, all]);
  return {
    nodes,
    cpus: between(1, 64),
    settings: { size: 100, tasks: between(1, 2000), repeats: 3 },
    phases: [...reached, ...stopping].map((phase) => [phase, anyWall()] as const),
    samples: samples.map((sample) => (random() < 0.02 ? { ...sample, failed: 1 } : sample)),
    ...(random() < 0.3 ? { note: oneOf([allTasksIn, 'reconnecting', 'a cause '.repeat(30)]) } : {}),
    ...(random() < 0.3 ? { names: nodes.map((_, node) => `127.0.0.1 ${node}`) } : {}),
  };
}

test('a run on Ray fills any window on any cluster in any phase, and nothing is wider or higher', () => {
  for (let sample = 0; sample < samples; sample++) {
    const request = anyRay(anyNodes());
    const given = {
      cancelling: oneOf(['no', 'asking', 'stopping'] as const),
      page: between(0, 20),
    };
    assertFills(runScreen(rayState(request), rayNow(request), given), anyWindow());
  }
});

test('results fill any window with any outcome, and nothing is wider or higher', () => {
  for (let sample = 0; sample < samples; sample++) {
    const { engines: own, ...plan } = anySettings();
    const engines = oneOf([own, ['local', 'pool', 'ray'], ['ray', 'ray', 'pool']] as const);
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

/** The rows of all rules and engine bars. */
const places = (draw: Draw, window: WindowOptions): readonly string[] => {
  const rows = rowsOf(draw, window);
  return rows.flatMap((row, index) => {
    const rule = row.startsWith('├') ? ['rule'] : [];
    const [, bar] = /^│ ([LPR]) /.exec(row) ?? [];
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

test('nothing moves on the run screen while a cluster comes to work, grows and is stopped', () => {
  for (let sample = 0; sample < samples; sample++) {
    const nodes = anyNodes();
    const window = { columns: between(60, 300), rows: between(16, 100) };
    const { cpus, settings } = anyRay(nodes);
    const walls = { local: [8, 'failed'], pool: [2, 'failed'], ray: ['failed'] } as const;
    const on = (request: RayRequest = {}): Draw => {
      const whole: RayRequest = { nodes, cpus: cpus!, settings: settings!, walls, ...request };
      return runScreen(rayState(whole), rayNow(whole));
    };
    const [first, ...others] = [
      on({ instead: { activity: { type: 'opening' } } }),
      on({ instead: { pass: ['local', 1, 1100] } }),
      on({ instead: { pass: ['pool', 1, 1100] } }),
      ...Array.from({ length: 6 }, () =>
        on({ ...anyRay(nodes), cpus: cpus!, settings: settings! }),
      ),
    ].map((draw) => places(draw, window));
    assert.ok(first?.some((place) => place.startsWith('R ')));
    for (const place of others) {
      assert.deepEqual(place, first, `${nodes.join()}, ${JSON.stringify(window)}`);
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
    const pages = pageCount(state, state.profile!, window);
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

test('every worker of a cluster stands on one page, and every node is begun', () => {
  for (let sample = 0; sample < samples; sample++) {
    const nodes = anyNodes();
    const window = { columns: between(60, 300), rows: between(16, 60) };
    const request: RayRequest = {
      nodes,
      settings: { size: 100, tasks: random() < 0.5 ? 2000 : 1 },
      phases: phases.map((phase) => [phase, 1000] as const),
      samples: samplesOn(nodes).map((one) => ({ ...one, share: 1 })),
    };
    const state = rayState(request);
    const pages = pageCount(state, state.profile!, window);
    const rows = Array.from({ length: pages }, (_, page) =>
      rowsOf(runScreen(state, rayNow(request), { page }), window).filter((row) =>
        /^│ (n\d+ )?w\d+ .*█/.test(row),
      ),
    );
    const where = `${nodes.join()}, ${JSON.stringify(window)}`;
    const cells = rows.map((page) => page.join('').replaceAll(/[^█]/g, '').length);
    const total = nodes.reduce((sum, cpus) => sum + cpus, 0);
    assert.ok(pages === 1 || cells.every((count) => count > 0), where);
    if (cells[0]! > 0) {
      assert.equal(
        cells.reduce((sum, count) => sum + count, 0),
        total,
        where,
      );
      assertBegun(rows.flat(), nodes.length, where);
    }
  }
});

/** A node starts with its label in front of a row, or after a line within a row. */
function assertBegun(rows: readonly string[], nodes: number, where: string): void {
  const labels = rows.flatMap((row) => /^│ (n\d+) /.exec(row)?.[1] ?? []);
  const fresh = labels.filter((label, row) => label !== labels[row - 1]).length;
  const inside = rows.map((row) => row.slice(1, -1)).join('');
  const within = inside.replaceAll(/[^│]/g, '').length;
  assert.ok(nodes === 1 || fresh + within >= nodes, `${fresh} + ${within} of ${where}`);
}
