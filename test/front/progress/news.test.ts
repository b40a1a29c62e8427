import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cluster } from '../../../source/core/plan/ray.ts';
import { caseOf } from '../../../source/core/plan/plan.ts';
import { newsReporter } from '../../../source/front/progress/news.ts';
import { crash, finished, passOf, planWith } from '../../helpers/profiles/profiles.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';

function listening() {
  const session = fakeSession();
  const lines: string[] = [];
  const report = newsReporter(session.now);
  session.subscribe(() => void lines.push(...report(session.state())));
  return { session, lines };
}

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

test('a line says which cluster is asked and what it is, once for each time that this changes', () => {
  const { session, lines } = listening();
  session.tell({ type: 'cluster-sought', target });
  session.tell({ type: 'load-sampled', load: [] });
  session.tell({ type: 'cluster-reached', target, cluster });
  session.tell({ type: 'cluster-reached', target, cluster });
  const remarks = ['the token can be read on the way'];
  session.tell({ type: 'cluster-reached', target, cluster: { ...cluster, nodes: [], remarks } });

  assert.deepEqual(lines, [
    'contacting http://10.0.0.1:8265',
    'Ray 2.60.0 at http://10.0.0.1:8265, 2 nodes, 4 CPUs, fibtui will run Python there',
    'Ray 2.60.0 at http://10.0.0.1:8265, fibtui will run Python there',
    '! the token can be read on the way',
  ]);
});

test('a line says that Ray is started on this machine, and that a cluster was not reached', () => {
  const { session, lines } = listening();
  const own = { at: 'start', from: '--ray' };
  const nodes = [{ name: '127.0.0.1', cpus: 1, head: true }];
  session.tell({ type: 'cluster-sought', target: own });
  const here = { ...cluster, address: 'http://127.0.0.1:4321', nodes, cpus: 1, here: true };
  session.tell({ type: 'cluster-reached', target: own, cluster: here });
  session.tell({ type: 'cluster-missed', target, failure: crash });

  assert.deepEqual(lines, [
    'starting Ray on this machine',
    'Ray 2.60.0 on this machine, 1 node, 1 CPU',
    '! pool: worker 2 died. Run it again with fewer workers.',
  ]);
});

test('a line says which pass failed and why; of others there is nothing to say', () => {
  const { session, lines } = listening();
  const plan = planWith({ rounds: 2 });
  const [local, pool, again] = [
    passOf(plan, 'local'),
    passOf(plan, 'pool'),
    passOf(plan, 'pool', 2),
  ];
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  session.tell({ type: 'pass-started', pass: local });
  session.tell({ type: 'pass-finished', pass: local, outcome: finished(caseOf(plan, local), 9) });
  const failed = { status: 'failed', failure: crash } as const;
  session.tell({ type: 'pass-finished', pass: pool, outcome: failed });
  session.tell({ type: 'pass-finished', pass: again, outcome: { status: 'cancelled' } });
  session.tell({ type: 'profile-finished', interrupted: true });
  assert.deepEqual(lines, ['! round 1, pool failed: pool: worker 2 died.']);
});

test('a line says that the measuring process stands still, each time that it does', () => {
  const { session, lines } = listening();
  for (let times = 0; times < 2; times++) {
    session.tell({ type: 'host-stopped', pid: 77 });
    session.tell({ type: 'load-sampled', load: [] });
    session.tell({ type: 'host-continued' });
  }

  assert.deepEqual(lines, [
    '! The measuring process (77) is stopped. To go on: kill -CONT 77',
    '! The measuring process (77) is stopped. To go on: kill -CONT 77',
  ]);
});

test('a line says that the cluster does not answer, and one that it does again', () => {
  const { session, lines } = listening();
  const onRay = planWith({ engines: ['local', 'ray'], rounds: 2 });
  session.tell({ type: 'profile-started', plan: onRay, startedAt: '' });
  session.tell({ type: 'pass-started', pass: passOf(onRay, 'ray') });
  session.tell({ type: 'contact-lost', silent: 3000, patience: 120_000 });
  session.clock.advance(9000);
  session.tell({ type: 'load-sampled', load: [] });
  session.tell({ type: 'contact-regained' });
  session.tell({ type: 'contact-lost', silent: 3000, patience: 120_000 });
  session.tell({
    type: 'pass-finished',
    pass: passOf(onRay, 'ray'),
    outcome: { status: 'failed', failure: crash },
  });
  assert.deepEqual(lines, [
    '! ray: no answer from the head for 3 s, trying for 117 s more',
    'ray: the head answers again after 12 s',
    '! ray: no answer from the head for 3 s, trying for 117 s more',
    '! round 1, ray failed: pool: worker 2 died.',
  ]);
});
