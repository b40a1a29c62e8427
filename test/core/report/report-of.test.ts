import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { inRows, rowsOf } from '../../helpers/profiles/rows.ts';
import type { FinishedOutcome } from '../../../source/core/profile/pass.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Report } from '../../../source/core/report/report.ts';
import type { State } from '../../../source/core/profile/state.ts';
import {
  crash,
  machineWith,
  passOf,
  planWith,
  profileStateWith,
  stateWith,
  withoutPython,
  type ProfileRequest,
} from '../../helpers/profiles/profiles.ts';

function report(request: ProfileRequest, state: Partial<State> = {}): Report {
  const found = reportOf(stateWith({ ...state, profile: profileStateWith(request) }), '1.2.3');
  assert.ok(found);
  return found;
}

/** Two tasks on two workers: short enough to read the whole report at once. */
const small = { tasks: 2, workers: 2 };
const walls = { local: [40, 44, 42, 41, 43], pool: [20, 22, 21, 20.5, 30] };

/** The path of every key and value below `value`. */
function* leaves(value: unknown, path = '$'): Generator<readonly [string, unknown]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      yield* leaves(part, `${path}.${key}`);
    }
  } else {
    yield [path, value];
  }
}

test('before the first profile there is no report', () => {
  assert.equal(reportOf(stateWith(), '1.2.3'), undefined);
  const undetected = { ...profileStateWith({ walls }), under: {} };
  assert.equal(reportOf({ profile: undetected }, '1.2.3'), undefined);
});

test('a report names its version, its program, its time and its machine', () => {
  const { version, fibtui, startedAt, finished, machine } = report({ walls, plan: small });
  assert.deepEqual(
    { version, fibtui, startedAt, finished, machine },
    {
      version: 2,
      fibtui: '1.2.3',
      startedAt: '2026-11-23T10:00:00.000Z',
      finished: true,
      machine: machineWith(),
    },
  );
});

test('a report has the fields that are documented and no others', () => {
  assert.deepEqual(Object.keys(report({ walls })), [
    'version',
    'fibtui',
    'startedAt',
    'finished',
    'machine',
    'plan',
    'command',
    'cases',
    'passes',
    'verdict',
    'advice',
    'warnings',
    'trust',
  ]);
});

test('the plan is printed with its order, round by round, and the cold starts', () => {
  const request = { walls: { local: [1, 2], pool: [3, 4] }, coldStart: { pool: 41.2 } };
  assert.deepEqual(report({ ...request, plan: small }).plan, {
    workload: 'list',
    size: 1000,
    tasks: 2,
    tasksFrom: 'user',
    rounds: 2,
    order: [
      ['local', 'pool'],
      ['pool', 'local'],
    ],
    coldStart: { pool: 41.2 },
  });
});

test('a case is printed with its median, its typical round, its forecast and what it gains', () => {
  const memory = report({ walls, plan: small }).cases[0]?.forecast?.memory ?? 0;
  assert.ok(memory > 0);
  assert.deepEqual(report({ walls, plan: small }).cases, [
    {
      id: 'local',
      engine: 'local',
      workers: 1,
      workload: 'list',
      size: 1000,
      tasks: 2,
      median: 42,
      low: 40,
      high: 44,
      coverage: 0.9375,
      outliers: [],
      typical: { round: 2, wall: 44, span: 44 },
      forecast: { wall: 4, memory },
    },
    {
      id: 'pool',
      engine: 'pool',
      workers: 2,
      workload: 'list',
      size: 1000,
      tasks: 2,
      median: 21,
      low: 20,
      high: 30,
      coverage: 0.9375,
      outliers: [{ round: 5 }],
      typical: { round: 2, wall: 22, span: 22 },
      forecast: { wall: 2, memory: 2 * memory },
      speedup: {
        over: 'local',
        estimator: 'median-of-ratios',
        value: 2,
        low: 43 / 30,
        high: 2,
        coverage: 0.9375,
        round: 2,
        pairs: 5,
      },
      efficiency: 1,
      karpFlatt: 0,
      budget: {
        round: 2,
        workers: 2,
        wall: 22,
        local: 44,
        parts: [
          'more workers than CPUs',
          'tasks that do not divide',
          'slower or waiting',
          'handing out',
          'between two tasks',
          'idle at the end',
        ].map((name) => ({ name, coreTime: 0, workers: 0, without: 2 })),
      },
      pop: {
        efficiency: 1,
        computationScaling: 1,
        loadBalance: 1,
        orchestration: 1,
        localOverhead: 1,
      },
    },
  ]);
});

test('outliers are named by their rounds, also after a round that failed', () => {
  const pool = ['failed', 20, 22, 21, 90, 20.5, 3] as const;
  assert.deepEqual(report({ walls: { pool } }).cases[0]?.outliers, [{ round: 5 }, { round: 7 }]);
});

test('below five rounds the range stands without coverage', () => {
  const [local] = report({ walls: { local: [40, 44] } }).cases;
  assert.deepEqual([local?.median, local?.low, local?.high], [42, 40, 44]);
  assert.ok(local && !('coverage' in local));
});

test('one worker has an efficiency and no serial fraction', () => {
  const { cases } = report({ walls: { local: [10, 10], 'local#2': [10, 10] } });
  assert.equal(cases[1]?.efficiency, 1);
  assert.ok(!('karpFlatt' in cases[1]));
});

test('over a reference with several workers there is a speed-up and no efficiency', () => {
  const { cases } = report({ walls: { pool: [10, 10], 'pool#2': [5, 5] } });
  assert.deepEqual([cases[1]?.speedup?.over, cases[1]?.speedup?.value], ['pool', 2]);
  assert.ok(cases[1] && !('efficiency' in cases[1]) && !('karpFlatt' in cases[1]));
});

test('without a calibration there is no forecast', () => {
  const { cases } = report({ walls }, { calibrations: {} });
  assert.ok(cases.every((found) => !('forecast' in found)));
});

const timed: FinishedOutcome = {
  status: 'finished',
  wall: 21.5,
  spans: spansOf([
    {
      task: 1,
      worker: 1,
      start: 0.75,
      end: 20.25,
      digest: 'd',
      kept: 'k',
      onCpu: 19,
      waiting: 0.25,
      blocked: 0.25,
      cpu: 3,
    },
    { task: 0, worker: 0, start: 0.5, end: 19.5, digest: 'd', kept: 'k' },
  ]),
};

test('a finished pass is reported with its span, its answer and its tasks as they are', () => {
  const plan = planWith({ ...small, engines: ['pool'], rounds: 1 });
  const passes = [{ pass: passOf(plan, 'pool'), outcome: timed }];
  const request = { walls: { pool: [1] }, plan: small };
  const profile = { ...profileStateWith(request), passes };
  assert.deepEqual(reportOf(stateWith({ profile }), '1.2.3')?.passes, [
    {
      case: 'pool',
      round: 1,
      status: 'finished',
      clock: 'local',
      wall: 21.5,
      span: 19.75,
      digest: 'd',
      kept: 'k',
      spans: timed.spans,
    },
  ]);
});

test('a workload that keeps nothing prints nothing kept', () => {
  const [pass] = report({ walls: { pool: [10] }, plan: { workload: 'pair' } }).passes;
  assert.equal(pass?.status, 'finished');
  assert.ok(!('kept' in pass));
});

test('failed and cancelled passes are printed as such, with nothing made up', () => {
  const request = { walls: { pool: ['failed', 'cancelled'] as const }, interrupted: true };
  const { passes, cases, finished } = report(request);
  assert.deepEqual(passes, [
    { case: 'pool', round: 1, status: 'failed', failure: crash },
    { case: 'pool', round: 2, status: 'cancelled' },
  ]);
  assert.deepEqual(Object.keys(cases[0] ?? {}), [
    'id',
    'engine',
    'workers',
    'workload',
    'size',
    'tasks',
    'outliers',
    'forecast',
  ]);
  assert.equal(finished, false);
});

test('a report is finished when every pass has ended and nobody interrupted', () => {
  const part = { local: [10, 10], pool: [10, undefined] };
  assert.equal(report({ walls: { local: [10], pool: ['failed'] } }).finished, true);
  assert.equal(report({ walls: part, interrupted: true }).finished, false);
  assert.equal(report({ walls: part }).finished, false);
  assert.equal(report({ walls, interrupted: true }).finished, false);
  assert.equal(report({ walls, activity: { type: 'opening' } }).finished, false);
});

test('the verdict is printed with what it compares', () => {
  assert.deepEqual(report({ walls: { local: [40, 40], pool: [20, 20] }, plan: small }).verdict, {
    comparisons: [
      {
        case: 'pool',
        over: 'local',
        outcome: 'too-few-rounds',
        pairs: 2,
        factor: 2,
        low: 2,
        high: 2,
      },
    ],
    sentence: 'pool is 2.00 times as fast so far: 2 rounds cannot rule out chance',
  });
});

test('a single round is printed without a factor', () => {
  const { verdict } = report({ walls: { local: [40], pool: [20] }, plan: small });
  assert.deepEqual(verdict.comparisons, [
    { case: 'pool', over: 'local', outcome: 'too-few-rounds', pairs: 1 },
  ]);
});

test('the verdict knows the usable CPUs of the machine', () => {
  const { sentence } = report({ walls }, { machine: machineWith({ cpus: 2 }) }).verdict;
  assert.match(sentence, /; limit 2\)$/);
});

test('what drawing took stands in it where something was drawn', () => {
  const profile = profileStateWith({ walls });
  const screen = { drawing: 3, during: 500 };
  const passes = profile.passes.map((ended, index) => (index < 2 ? { ...ended, screen } : ended));
  const drawn = reportOf(stateWith({ profile: { ...profile, passes } }), '1.2.3');
  assert.deepEqual(drawn?.cost, { screen: 0.006 });
  assert.equal(report({ walls }).cost, undefined);
});

test('how long drawing was held up stands in it if it was, whether or not the system reports CPU time', () => {
  const heldUp = { total: 20_100, longest: 20_000 };
  assert.deepEqual(report({ walls, heldUp }).cost, { heldUp });
});

const onCluster = {
  tasks: 2,
  workers: 2,
  cluster: { at: 'http://127.0.0.1:8265', cpus: 2, here: false },
};

test('a pass on Ray is printed with where it ran, its phases and its factors', () => {
  const request = { walls: { local: [100], ray: [1000] }, plan: onCluster };
  const pass = report(request).passes.find((one) => one.case === 'ray');
  assert.ok(pass?.status === 'finished');
  assert.equal(pass.clock, 'driver');
  assert.equal(pass.span, 400);
  assert.deepEqual(
    rowsOf(pass.spans).map(({ node }) => node),
    ['ab12', 'ab12'],
  );
  assert.deepEqual(pass.ray, {
    address: 'http://127.0.0.1:8265',
    version: '2.60.0',
    nodes: 2,
    cpus: 2,
    job: 'fibtui-mwt9h1ct-fcc9a311',
    submit: 2,
    pending: 150,
    driverStart: 50,
    warmUp: 350,
    rest: 48,
    python1: 700,
    lambda: 100 / 700,
    inside: 1.75,
    share: 0.4,
  });
});

test('the language factor of a round is that of its own local pass', () => {
  const request = { walls: { local: [100, 200, 'failed'] as const, ray: [800, 800, 800] } };
  const { passes } = report({ ...request, plan: onCluster });
  const lambdas = passes.flatMap((pass) =>
    pass.status === 'finished' && pass.ray ? [pass.ray.lambda] : [],
  );
  assert.deepEqual(lambdas, [100 / 560, 200 / 560, undefined]);
});

test('a case on Ray is printed with its span, with Python on one CPU and with no efficiency', () => {
  const request = { walls: { local: [100, 100, 100], ray: [1000, 900, 1100] }, plan: onCluster };
  const found = report(request).cases[1];
  assert.deepEqual(found?.typical, { round: 1, wall: 1000, span: 400 });
  assert.equal(found?.python1, 700);
  assert.deepEqual(found?.speedup, {
    over: 'local',
    estimator: 'median-of-ratios',
    value: 0.1,
    low: 100 / 1100,
    high: 100 / 900,
    round: 1,
    pairs: 3,
  });
  assert.ok(!('efficiency' in found) && !('karpFlatt' in found));
});

test('the verdict is printed with what Ray gives inside the cluster', () => {
  const { verdict } = report({ walls: { local: [100], ray: [1000] }, plan: onCluster });
  assert.deepEqual(verdict.inside, [{ case: 'ray', factor: 1.75, low: 1.75, high: 1.75 }]);
  assert.ok(!('inside' in report({ walls }).verdict));
});

const everything: readonly ProfileRequest[] = [
  { walls },
  { walls: { local: [10], pool: ['failed'] } },
  { walls: { local: ['cancelled'], pool: [undefined] }, interrupted: true },
  { walls: { local: [10, 10], 'local#2': [10, 'failed'], pool: [5, 5], 'pool#2': [3, 3] } },
  { walls: { local: [1e-6], pool: [1e-6] }, plan: { size: 0, workload: 'pair' } },
  { walls: { local: [10, 10], pool: [5, 5], ray: [80, 'failed'] } },
  { walls: { pool: [5], ray: [(pass) => withoutPython(pass, 80)] } },
];

for (const [index, request] of everything.entries()) {
  test(`report ${index + 1} of ${everything.length} is the same after JSON, and nothing in it is null, undefined or no number`, () => {
    const { sockets: _sockets, cores: _cores, ...machine } = machineWith();
    const printed = inRows(report(request, { machine }));
    const missing = [...leaves(printed)].filter(
      ([, value]) =>
        value === null ||
        value === undefined ||
        (typeof value === 'number' && !Number.isFinite(value)),
    );
    assert.deepEqual(missing, []);
    assert.deepEqual(JSON.parse(JSON.stringify(printed)), printed);
  });
}
