import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf } from '../../source/core/plan/plan.ts';
import { allTasksIn } from '../../source/core/plan/ray-text.ts';
import type { Cluster } from '../../source/core/plan/ray.ts';
import { progressLines } from '../../source/front/progress-lines.ts';
import { fakeSession } from '../helpers/session/fake-session.ts';
import { crash, finished, passOf, planWith } from '../helpers/profiles/profiles.ts';

const plan = planWith({ rounds: 2 });

function listening() {
  const session = fakeSession();
  const lines: string[] = [];
  const stop = progressLines(session, (line) => void lines.push(line));
  return { session, lines, stop };
}

test('a line tells of each warm-up and of each pass that ended', () => {
  const { session, lines } = listening();
  session.tell({ type: 'load-sampled', load: [] });
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  for (const id of ['local', 'pool']) {
    session.tell({ type: 'warm-up-started', case: id });
    session.tell({ type: 'load-sampled', load: [] });
    session.tell({ type: 'case-warmed', case: id, coldStart: 5 });
  }

  const [first, second, third, last] = plan.passes;
  session.tell({ type: 'pass-started', pass: first! });
  session.tell({ type: 'workers-sampled', workers: [] });
  session.tell({
    type: 'pass-finished',
    pass: first!,
    outcome: finished(caseOf(plan, first!), 1800),
  });
  session.tell({
    type: 'pass-finished',
    pass: second!,
    outcome: finished(caseOf(plan, second!), 484),
  });
  session.tell({
    type: 'pass-finished',
    pass: third!,
    outcome: { status: 'failed', failure: crash },
  });
  session.tell({ type: 'pass-finished', pass: last!, outcome: { status: 'cancelled' } });
  session.tell({ type: 'profile-finished', interrupted: true });

  assert.deepEqual(lines, [
    'warming up local',
    'warming up pool',
    '1/4   round 1   local   1.80 s',
    '2/4   round 1   pool   484 ms',
    '3/4   round 2   pool   failed: pool: worker 2 died.',
    '4/4   round 2   local   cancelled',
  ]);
});

test('after the end nothing is said', () => {
  const { session, lines, stop } = listening();
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  stop();
  const pass = passOf(plan, 'local');
  session.tell({ type: 'pass-finished', pass, outcome: finished(caseOf(plan, pass), 10) });
  assert.deepEqual(lines, []);
});

const onRay = planWith({ engines: ['local', 'ray'], rounds: 2 });

test('a line tells of each phase of a pass on Ray, and of what holds it up', () => {
  const { session, lines } = listening();
  session.tell({ type: 'profile-started', plan: onRay, startedAt: '' });
  const [first, second] = [passOf(onRay, 'ray', 1), passOf(onRay, 'ray', 2)];
  session.tell({ type: 'pass-started', pass: first });
  for (const phase of ['submitting', 'pending', 'starting', 'warming-up', 'running'] as const) {
    session.tell({ type: 'phase-changed', phase });
    session.tell({ type: 'load-sampled', load: [] });
  }

  session.tell({ type: 'phase-noted', note: 'reconnecting' });
  session.tell({ type: 'workers-sampled', workers: [] });
  session.tell({ type: 'phase-noted', note: undefined });
  session.tell({ type: 'phase-noted', note: allTasksIn });
  session.tell({
    type: 'pass-finished',
    pass: first,
    outcome: finished(caseOf(onRay, first), 5550),
  });
  session.tell({ type: 'pass-started', pass: second });
  session.tell({ type: 'phase-changed', phase: 'submitting' });
  session.tell({ type: 'phase-changed', phase: 'stopping' });
  session.tell({ type: 'pass-finished', pass: second, outcome: { status: 'cancelled' } });

  assert.deepEqual(lines, [
    '2/4   round 1   ray   submitting',
    '2/4   round 1   ray   pending',
    '2/4   round 1   ray   starting the driver',
    '2/4   round 1   ray   warming up',
    '2/4   round 1   ray   running',
    '2/4   round 1   ray   ! reconnecting',
    '2/4   round 1   ray   5.55 s',
    '3/4   round 2   ray   submitting',
    '3/4   round 2   ray   stopping the job on the cluster',
    '3/4   round 2   ray   cancelled',
  ]);
});

test('a pass that is run again tells its phases again', () => {
  const { session, lines } = listening();
  session.tell({ type: 'profile-started', plan: onRay, startedAt: '' });
  const pass = passOf(onRay, 'ray', 1);
  for (let times = 0; times < 2; times++) {
    session.tell({ type: 'pass-started', pass });
    session.tell({ type: 'phase-changed', phase: 'submitting' });
    session.tell({ type: 'pass-repeated', pass });
  }

  assert.deepEqual(lines, ['2/4   round 1   ray   submitting', '2/4   round 1   ray   submitting']);
});

const target = { at: 'http://10.0.0.1:8265', from: '--ray' };

const cluster: Cluster = {
  address: target.at,
  version: '2.60.0',
  authentication: 'disabled',
  nodes: [
    { name: '10.0.0.1', cpus: 2, head: true },
    { name: '10.0.0.2', cpus: 2, head: false },
  ],
  cpus: 4,
  here: false,
  remarks: [],
};

test('a line tells which cluster is asked and what it is, once for each time that this changes', () => {
  const { session, lines } = listening();
  session.tell({ type: 'cluster-sought', target });
  session.tell({ type: 'load-sampled', load: [] });
  session.tell({ type: 'cluster-reached', target, cluster });
  session.tell({ type: 'cluster-reached', target, cluster });
  const remarks = ['the token can be read on the way'];
  session.tell({ type: 'cluster-reached', target, cluster: { ...cluster, nodes: [], remarks } });

  assert.deepEqual(lines, [
    'asking http://10.0.0.1:8265 what it is',
    'Ray 2.60.0 at http://10.0.0.1:8265: 2 nodes, 4 CPUs: this will run Python there',
    'Ray 2.60.0 at http://10.0.0.1:8265: this will run Python there',
    '! the token can be read on the way',
  ]);
});

test('a line tells that Ray is started on this machine, and that a cluster was not reached', () => {
  const { session, lines } = listening();
  const own = { at: 'start', from: '--ray' };
  const nodes = [{ name: '127.0.0.1', cpus: 1, head: true }];
  session.tell({ type: 'cluster-sought', target: own });
  const here = { ...cluster, address: 'http://127.0.0.1:4321', nodes, cpus: 1, here: true };
  session.tell({ type: 'cluster-reached', target: own, cluster: here });
  session.tell({ type: 'cluster-missed', target, failure: crash });

  assert.deepEqual(lines, [
    'starting Ray on this machine',
    'Ray 2.60.0 on this machine: 1 node, 1 CPU',
    '! pool: worker 2 died. Run it again with fewer workers.',
  ]);
});
