import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missed, target, withRay } from '../helpers/screens/ui-clusters.ts';
import { opened, planned, settings, settled } from '../helpers/screens/app-runs.ts';
import { show } from '../helpers/screens/ui-app.tsx';
import { sessionState } from '../helpers/screens/ui-states.ts';
import type { FakeSession } from '../helpers/session/fake-session.ts';

/** Samples of the load for so many seconds, during which others take this share of the CPUs. */
function sampled(session: FakeSession, seconds: number, others: number): void {
  for (let half = 0; half < 2 * seconds; half++) {
    session.clock.advance(500);
    session.tell({ type: 'load-sampled', load: [], otherLoad: { others, stolen: 0 } });
  }
}

test('w waits until the machine is quiet, and then starts the plan', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  sampled(session, 1, 0.31);
  await shown.until('w waits until it is quiet');
  shown.press('w');
  await shown.until('enter run now  esc cancel');
  assert.match(shown.frame(), /Waiting for a quiet machine\. Other programs use 31 % of the CPUs/);
  sampled(session, 10, 0.31);
  await shown.until('in 50 s');
  sampled(session, 6, 0.01);
  await settled();
  assert.deepEqual(plans, [{ ...planned(), waited: { time: 15_500, quiet: true, others: 0.01 } }]);
});

test('escape cancels the wait, and nothing starts', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('w');
  await shown.until('enter run now');
  shown.press('escape');
  await shown.until('enter run  ');
  sampled(session, 70, 0);
  await settled();
  assert.deepEqual(plans, []);
});

test('enter ends the wait: the plan starts at once', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('w');
  await shown.until('enter run now');
  shown.press('enter');
  await shown.until('calibrating, then');
  await settled();
  assert.deepEqual(plans, [planned()]);
});

test('with --wait-quiet enter waits, too', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings: { ...settings, waitQuiet: 30_000 } });
  await shown.until('enter run when quiet');
  shown.press('enter');
  await shown.until('enter run now');
  sampled(session, 31, 0.4);
  await settled();
  assert.deepEqual(plans[0]?.waited, { time: 30_000, quiet: false, others: 0.4 });
});

test('enter asks once where Ray is known not to answer, and r asks Ray again', async () => {
  const { session } = opened(2, { state: sessionState(2, { cluster: missed }) });
  using shown = show({ session, settings: withRay() });
  await shown.until('r tries Ray again');
  shown.press('enter');
  await shown.until('Ray does not answer: its part of the run would fail.');
  assert.equal(session.log.includes('prepare'), false);
  const reached = `reach ${target.at}`;
  shown.press('r');
  await shown.until('No Ray dashboard');
  assert.deepEqual(
    session.log.filter((call) => call === reached),
    [reached, reached],
  );
  shown.press('enter', 'enter');
  await settled();
  assert.ok(session.log.includes('prepare'));
});

test('a key in between takes the question back', async () => {
  const { session } = opened(2, { state: sessionState(2, { cluster: missed }) });
  using shown = show({ session, settings: withRay() });
  await shown.until('r tries Ray again');
  shown.press('enter', 'down', 'enter');
  await shown.until('Ray does not answer: its part of the run would fail.');
  assert.equal(session.log.includes('prepare'), false);
});
