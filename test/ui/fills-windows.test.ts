import assert from 'node:assert/strict';
import { test } from 'node:test';
import stringWidth from 'string-width';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import type { ClusterState } from '../../source/core/profile/state.ts';
import { contentWidth, type Picture } from '../../source/ui/canvas/frame.ts';
import { fitted, textOf } from '../../source/ui/canvas/line.ts';
import { themeOf } from '../../source/ui/canvas/theme.ts';
import { formOf } from '../../source/ui/setup/form.ts';
import { fields, type Form } from '../../source/ui/setup/form-state.ts';
import { planWith } from '../helpers/profiles/profiles.ts';
import {
  clusterWith,
  exposedCluster,
  missed,
  reached,
  sought,
  withRay,
} from '../helpers/screens/ui-clusters.ts';
import { withPassTimes } from '../helpers/screens/pool-runs.ts';
import { sampledLoad } from '../helpers/screens/sampled-load.ts';
import { rowsOf, type Draw, type WindowOptions } from '../helpers/screens/ui-frames.ts';
import {
  machineOf,
  rayNow,
  rayState,
  resultsScreen,
  runScreen,
  runState,
  sessionState,
  setupScreen,
} from '../helpers/screens/ui-states.ts';
import {
  random,
  between,
  oneOf,
  anyWall,
  hostile,
  names,
  anyWorkers,
  samples,
  anyNodes,
  anyRay,
} from '../helpers/screens/any-state.ts';

const anyWindow = (): Required<WindowOptions> => ({
  columns: between(60, 300),
  rows: between(16, 100),
  ascii: random() < 0.2,
});

const anyWalls = (count: number) =>
  Array.from({ length: count }, () => {
    const kind = random();
    return kind < 0.8 ? anyWall() : kind < 0.9 ? ('failed' as const) : ('cancelled' as const);
  });

/** Few small tasks: they take time to generate, and their number changes no row. */
const anySettings = () => ({
  workers: anyWorkers(),
  rounds: between(1, 12),
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
          name: oneOf([...hostile, 'node-'.repeat(between(1, 50))]),
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
    assert.equal(stringWidth(row), window.columns - 1, `"${row}" ${where}`);
    assert.doesNotMatch(row, /[\p{C}\p{Zl}\p{Zp}]/u, where);
    assert.ok(!window.ascii || /^[ -~]*$/.test(row), `"${row}" is not ASCII ${where}`);
  }

  assertWholeNumbers(draw(window, themeOf(window.ascii)), contentWidth(window));
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:[.,:/x]\d+)*/g) ?? [];

/** Whatever of a picture does not fit is cut outside of its numbers. */
function assertWholeNumbers({ zones }: Picture, width: number): void {
  for (const row of Object.values(zones)
    .flat()
    .flatMap(({ variants }) => variants.flatMap(({ lines }) => lines))) {
    const numbers = numbersIn(textOf(row));
    const shown = textOf(fitted(row, width));
    assert.deepEqual(numbersIn(shown), numbers.slice(0, numbersIn(shown).length), shown);
  }
}

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
      ...(random() < 0.2
        ? { ray: { at: oneOf([...hostile, 'a'.repeat(between(1, 200))]), from: '--ray' } }
        : {}),
    };
    const form: Form = {
      ...formOf(settings),
      field: oneOf(fields),
      ...(random() < 0.3 ? { typed: oneOf(['123456789', 'http://10.0.0.7:8265'.repeat(10)]) } : {}),
      ...(random() < 0.3
        ? { notice: oneOf([...hostile, 'a sentence of many words ']).repeat(12) }
        : {}),
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
      local: anyWalls(settings.rounds),
      pool: anyWalls(settings.rounds),
      'pool#2': anyWalls(settings.rounds),
    };
    const state = runState({
      cpus: between(1, 256),
      settings,
      walls,
      pass: ['pool', between(1, settings.rounds), 1000],
      ...(random() < 0.5 ? { drawing: 1000 * random() ** 4 } : {}),
    });
    const cpus = state.machine!.usable.count;
    const busy = Array.from({ length: between(0, 130) }, () => random() * between(1, 2 * cpus));
    const loaded = withPassTimes({ ...state, ...sampledLoad(cpus, busy) });
    const given = {
      cancelling: oneOf(['no', 'asking', 'stopping'] as const),
      page: between(0, 20),
      detailed: random() < 0.3,
    };
    assertFills(runScreen(loaded, 1000 + anyWall(), given), anyWindow());
  }
});

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
        walls: Object.fromEntries(ids.map((id) => [id, anyWalls(plan.rounds)])),
        plan,
        coldStart: random() < 0.5 ? {} : { pool: anyWall() },
        interrupted: random() < 0.2,
      },
      between(1, 256),
    );
    assertFills(draw, anyWindow());
  }
});
