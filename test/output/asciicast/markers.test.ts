import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrongAnswer } from '../../../source/core/profile/check-spans.ts';
import { profile } from '../../../source/core/profile/profile.ts';
import { markerOf, watchMarkers } from '../../../source/output/asciicast/markers.ts';
import { fakeEngine, handClock, recorder } from '../../helpers/profiles/fake-engine.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { passOf, planWith } from '../../helpers/profiles/profiles.ts';

test('every pass has a marker with its case and round, and the verdict has one', async () => {
  const plan = planWith({ engines: ['local', 'pool', 'local'], rounds: 2 });
  const clock = handClock();
  const { events, observe } = recorder(clock);
  const [local, pool] = [fakeEngine({ clock, name: 'local' }), fakeEngine({ clock, name: 'pool' })];
  await profile({
    plan,
    engines: { local, pool, python: pool, ray: pool },
    observe,
    check: wrongAnswer,
    signal: new AbortController().signal,
    startedAt: '2026-11-23T10:00:00.000Z',
    stops: async () => 0,
  });
  assert.deepEqual(
    events.flatMap((event) => markerOf(event, plan) ?? []),
    ['local 1/2', 'pool 1/2', 'local#2 1/2', 'local#2 2/2', 'pool 2/2', 'local 2/2', 'verdict'],
  );
});

test('rounds of Ray are counted by themselves', () => {
  const plan = planWith({ engines: ['local', 'ray'], rounds: 5, rayRounds: 3 });
  const labels = plan.passes.map((pass) => markerOf({ type: 'pass-started', pass }, plan));
  assert.deepEqual(labels.slice(-4), ['local 3/5', 'ray 3/3', 'local 4/5', 'local 5/5']);
});

test('every pass is marked once, where it starts, and every verdict', async () => {
  const plan = planWith({ engines: ['local', 'pool'], rounds: 2 });
  const { clock, tell, ...session } = fakeSession();
  const labels: string[] = [];
  const stop = watchMarkers(session, (label) => labels.push(label));
  const [local, pool] = [fakeEngine({ clock, name: 'local' }), fakeEngine({ clock, name: 'pool' })];
  const run = async () =>
    profile({
      plan,
      engines: { local, pool, python: pool, ray: pool },
      observe: tell,
      check: wrongAnswer,
      signal: new AbortController().signal,
      startedAt: '2026-11-23T10:00:00.000Z',
      stops: async () => 0,
    });
  await run();
  const once = ['local 1/2', 'pool 1/2', 'pool 2/2', 'local 2/2', 'verdict'];
  assert.deepEqual(labels, once);
  tell({ type: 'load-sampled', load: [] });
  await run();
  assert.deepEqual(labels, [...once, ...once]);
  stop();
  await run();
  assert.equal(labels.length, 2 * once.length);
});

test('a pass that is run again is marked again', () => {
  const plan = planWith({ engines: ['local'], rounds: 1 });
  const pass = passOf(plan, 'local');
  const { clock, tell, ...session } = fakeSession();
  const labels: string[] = [];
  watchMarkers(session, (label) => labels.push(label));
  tell({ type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z' });
  tell({ type: 'pass-started', pass });
  tell({ type: 'workers-sampled', workers: [] });
  clock.advance(1000);
  tell({ type: 'pass-repeated', pass });
  tell({ type: 'pass-started', pass });
  assert.deepEqual(labels, ['local 1/1', 'local 1/1']);
});
