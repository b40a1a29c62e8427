import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTasksIn } from '../../../source/core/plan/ray-text.ts';
import { caseOf } from '../../../source/core/plan/plan.ts';
import { tellRun } from '../../../source/front/plain/told-run.ts';
import { crash, finished, passOf, planWith } from '../../helpers/profiles/profiles.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';

function listening() {
  const session = fakeSession();
  const said: string[] = [];
  const stop = tellRun(session, (sentence) => void said.push(sentence));
  return { session, said, stop };
}

test('a sentence says each warm-up, each round, and what failed', () => {
  const { session, said } = listening();
  const plan = planWith({ rounds: 2 });
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  for (const id of ['local', 'pool']) {
    session.tell({ type: 'warm-up-started', case: id });
    session.tell({ type: 'load-sampled', load: [] });
  }

  for (const pass of plan.passes) {
    session.tell({ type: 'pass-started', pass });
    session.tell({ type: 'workers-sampled', workers: [] });
    session.clock.advance(3000);
    const failed = pass.round === 2 && pass.case === 'pool';
    const outcome = failed
      ? ({ status: 'failed', failure: crash } as const)
      : finished(caseOf(plan, pass), 3000);
    session.tell({ type: 'pass-finished', pass, outcome });
  }

  assert.deepEqual(said, [
    'Starting 2 rounds of local and pool.',
    'Warming up local.',
    'Warming up pool.',
    'Round 1 of 2: local 3.00 s, pool 3.00 s; about 6 s left.',
    'Problem: round 2, pool failed: pool: worker 2 died.',
    'Round 2 of 2: pool failed, local 3.00 s.',
  ]);
});

test('rounds that follow each other faster than they are read out are left out', () => {
  const { session, said } = listening();
  const plan = planWith({ rounds: 20, engines: ['local'] });
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  for (const pass of plan.passes) {
    session.clock.advance(1000);
    session.tell({ type: 'pass-finished', pass, outcome: finished(caseOf(plan, pass), 1000) });
  }

  assert.deepEqual(
    said.slice(1).map((line) => line.split(':')[0]),
    ['Round 1 of 20', 'Round 6 of 20', 'Round 11 of 20', 'Round 16 of 20'],
  );
});

const onRay = planWith({ engines: ['local', 'ray'], rounds: 2 });

test('a sentence says each phase of a pass on Ray, and what holds it up', () => {
  const { session, said } = listening();
  session.tell({ type: 'profile-started', plan: onRay, startedAt: '' });
  const [first, second] = [passOf(onRay, 'ray', 1), passOf(onRay, 'ray', 2)];
  session.tell({ type: 'pass-started', pass: first });
  for (const phase of ['submitting', 'pending', 'running'] as const) {
    session.tell({ type: 'phase-changed', phase });
    session.tell({ type: 'load-sampled', load: [] });
  }

  session.tell({ type: 'phase-noted', note: 'reconnecting' });
  session.tell({ type: 'workers-sampled', workers: [] });
  session.tell({ type: 'phase-noted', note: allTasksIn });
  session.tell({ type: 'pass-started', pass: second });
  session.tell({ type: 'phase-changed', phase: 'submitting' });
  assert.deepEqual(said.slice(1), [
    'Ray: submitting.',
    'Ray: pending.',
    'Ray: running.',
    'Problem: ray: reconnecting.',
    'Ray: submitting.',
  ]);
});

test('the run before is not told again, and after the end nothing is said', () => {
  const session = fakeSession();
  const plan = planWith({ rounds: 1, engines: ['local'] });
  const run = () => {
    session.clock.advance(1);
    session.tell({ type: 'profile-started', plan, startedAt: '' });
    const [pass] = plan.passes;
    session.tell({ type: 'pass-finished', pass: pass!, outcome: finished(caseOf(plan, pass!), 9) });
    session.tell({ type: 'profile-finished', interrupted: false });
  };
  run();
  const said: string[] = [];
  const stop = tellRun(session, (sentence) => void said.push(sentence));
  session.tell({ type: 'load-sampled', load: [] });
  assert.deepEqual(said, []);
  run();
  assert.deepEqual(said, ['Starting 1 round of local.', 'Round 1 of 1: local 9.00 ms.']);
  stop();
  run();
  assert.equal(said.length, 2);
});
