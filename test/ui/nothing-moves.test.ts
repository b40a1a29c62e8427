import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import type { Activity } from '../../source/core/profile/state.ts';
import { formOf } from '../../source/ui/setup/form.ts';
import { withPassTimes } from '../helpers/screens/pool-runs.ts';
import { sampledLoad } from '../helpers/screens/sampled-load.ts';
import { rowsOf, type Draw, type WindowOptions } from '../helpers/screens/ui-frames.ts';
import {
  rayNow,
  rayState,
  runScreen,
  runState,
  sessionState,
  setupScreen,
  type RayRequest,
} from '../helpers/screens/ui-states.ts';
import {
  between,
  anyWorkers,
  random,
  samples,
  anyNodes,
  anyRay,
} from '../helpers/screens/any-state.ts';

/** The rows of all rules and engine bars. */
const places = (draw: Draw, window: WindowOptions): readonly string[] => {
  const rows = rowsOf(draw, window);
  return rows.flatMap((row, index) => {
    const rule = row.startsWith('├') ? ['rule'] : [];
    const [, bar] = /^│ +(local|pool|ray)  /.exec(row) ?? [];
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
    const settings = { workers: anyWorkers(), rounds: 3, size: 100, tasks: 4 };
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
    const detailed = random() < 0.3;
    const loaded = { ...inPool, ...sampledLoad(cpus, [0.5, cpus, 1]) };
    const draws = [
      ...states.map((state) => runScreen(state, 1200, { detailed })),
      runScreen(withPassTimes(loaded), 1200, { detailed }),
      runScreen(inPool, 1200, { page: 1, detailed }),
    ];
    const [first, ...others] = draws.map((draw) => places(draw, window));
    assert.ok(first?.some((place) => place.startsWith('pool ')));
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
    assert.ok(first?.some((place) => place.startsWith('ray ')));
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
