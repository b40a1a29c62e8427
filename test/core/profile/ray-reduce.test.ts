import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { MachineEvent, ProfileEvent } from '../../../source/core/profile/event.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import { caseOf } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import type { Cluster } from '../../../source/core/plan/ray.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { circumstancesOf, type State } from '../../../source/core/profile/state.ts';
import {
  calibrationWith,
  passOf,
  settingsWith,
  tasksOf,
  stateWith,
} from '../../helpers/profiles/profiles.ts';

const target = { at: 'http://10.0.0.1:8265', from: '--ray' };
const cluster: Cluster = {
  address: target.at,
  version: '2.60.0',
  authentication: 'disabled',
  nodes: [{ name: 'head', cpus: 6, head: true }],
  cpus: 6,
  here: false,
  remarks: [],
};
const reached = { target, status: 'reached', cluster } as const;
const plan = planOf(settingsWith({ engines: ['local', 'ray'], ray: target, rounds: 2 }), {
  cpus: 4,
  calibration: calibrationWith(),
  cluster: { at: target.at, cpus: 6, here: false },
});
const pass = passOf(plan, 'ray');

/** Folds the events, one millisecond apart. */
const after = (state: State, ...events: readonly (ProfileEvent | MachineEvent)[]): State =>
  events.reduce<State>((before, event, at) => reduce(before, { ...event, at }), state);

const running = (...events: readonly ProfileEvent[]) =>
  after(
    stateWith(),
    { type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z' },
    { type: 'pass-started', pass },
    ...events,
  ).profile?.activity;

const finished: PassOutcome = {
  status: 'finished',
  wall: 100,
  spans: spansOf(tasksOf(caseOf(plan, pass), 40)),
  ray: {
    address: target.at,
    version: '2.60.0',
    nodes: 1,
    cpus: 6,
    job: 'fibtui-1',
    submit: 1,
    pending: 20,
    driverStart: 15,
    warmUp: 20,
    rest: 4,
  },
};

test('a cluster is sought, and then reached or missed', () => {
  const sought = after(stateWith(), { type: 'cluster-sought', target });
  assert.deepEqual(sought.cluster, { target, status: 'sought', since: 0 });
  const found = after(sought, { type: 'cluster-reached', target, cluster });
  assert.deepEqual(found.cluster, reached);
  const failure = { code: 'ray-unreachable', message: 'No Ray.', hint: 'Start one.' };
  const missed = after(found, { type: 'cluster-missed', target, failure });
  assert.deepEqual(missed.cluster, { target, status: 'missed', failure });
});

test('a plan depends on the cluster once that is reached', () => {
  const before = stateWith({ cluster: { target, status: 'sought', since: 0 } });
  assert.equal(circumstancesOf(before, 'list')?.cluster, undefined);
  const known = circumstancesOf(stateWith({ cluster: reached }), 'list')?.cluster;
  const { nodes } = reached.cluster;
  assert.deepEqual(known, { at: target.at, cpus: 6, here: false, nodes });
});

test('a pass keeps the start of its phases, and its job', () => {
  assert.deepEqual(
    running(
      { type: 'phase-changed', phase: 'submitting', job: 'fibtui-1' },
      { type: 'phase-changed', phase: 'pending' },
    ),
    {
      type: 'running',
      pass,
      case: caseOf(plan, pass),
      since: 1,
      workers: [],
      remote: {
        job: 'fibtui-1',
        phases: [
          { phase: 'submitting', since: 2 },
          { phase: 'pending', since: 3 },
        ],
      },
    },
  );
});

test('a remark holds until it is withdrawn', () => {
  const noted = [
    { type: 'phase-noted', note: 'reconnecting' },
    { type: 'phase-noted', note: undefined },
  ] as const;
  const during = running(noted[0]);
  assert.ok(during?.type === 'running' && during.remote?.note === 'reconnecting');
  const then = running(...noted);
  assert.ok(then?.type === 'running' && then.remote && !('note' in then.remote));
});

test('an outage holds until the head answers, whatever else is noted', () => {
  const lost = [
    { type: 'contact-lost', silent: 3000, patience: 120_000 },
    { type: 'phase-noted', note: 'reconnecting' },
  ] as const;
  const during = running(...lost);
  assert.ok(during?.type === 'running');
  assert.deepEqual(during.remote?.outage, { since: 2 - 3000, until: 2 + 117_000 });
  const then = running(...lost, { type: 'contact-regained' });
  assert.ok(then?.type === 'running' && then.remote && !('outage' in then.remote));
});

test('the nodes of a cluster stay named when a sample does not name them again', () => {
  const worker = { share: 0.5, tasks: 1, node: 0 };
  const activity = running(
    { type: 'workers-sampled', workers: [], nodes: ['10.0.0.1'] },
    { type: 'workers-sampled', workers: [worker] },
  );
  assert.ok(activity?.type === 'running');
  assert.deepEqual(activity.remote?.nodes, ['10.0.0.1']);
  assert.deepEqual(activity.workers, [worker]);
});

test('the next pass starts without the phases of the previous one', () => {
  assert.deepEqual(
    running({ type: 'phase-changed', phase: 'running' }, { type: 'pass-started', pass }),
    { type: 'running', pass, case: caseOf(plan, pass), since: 3, workers: [] },
  );
});

test('the times of a pass on Ray are kept for the next profile, and do not change the forecast of its own', () => {
  const started = {
    type: 'profile-started',
    plan,
    startedAt: '2026-11-23T10:00:00.000Z',
  } as const;
  const ended = { type: 'pass-finished', pass, outcome: finished } as const;
  const first = after(stateWith(), started, { type: 'pass-started', pass }, ended);
  const rayRun = { case: caseOf(plan, pass), span: 40, overhead: 60 };
  assert.deepEqual(circumstancesOf(first, 'list')?.rayRun, rayRun);
  assert.equal(reportOf(first, '1.2.3')?.cases[1]?.forecast?.wall, undefined);

  const second = after(first, started, { type: 'pass-started', pass }, ended);
  assert.equal(reportOf(second, '1.2.3')?.cases[1]?.forecast?.wall, 100);
});
