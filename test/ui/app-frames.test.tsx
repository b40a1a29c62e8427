import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { show } from '../helpers/screens/ui-app.tsx';
import {
  settings,
  planned,
  opened,
  tellRun,
  tellEnd,
  run,
  settled,
} from '../helpers/screens/app-runs.ts';

/** A run with a fresh frame, and a way to send an event. */
async function running(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { session } = opened();
  const shown = show({ session, settings });
  t.after(() => shown[Symbol.dispose]());
  await run(shown, session, planned());
  session.clock.advance(6500);
  t.mock.timers.tick(250);
  await settled();
  const sample = (share: number) =>
    session.tell({ type: 'workers-sampled', workers: [{ share, tasks: 1 }] });
  return { shown, session, sample };
}

test('all that happens within 250 ms of a frame is drawn once', async (t) => {
  const { shown, sample } = await running(t);
  const before = shown.frames();
  t.mock.timers.tick(100);
  for (let event = 0; event < 50; event++) {
    sample(event / 50);
  }

  t.mock.timers.tick(149);
  await settled();
  assert.equal(shown.frames(), before);
  t.mock.timers.tick(1);
  await settled();
  assert.equal(shown.frames(), before + 1);
  assert.match(shown.frame(), /w1 .* 98 %/);
});

test('what happens later than that is drawn at once', async (t) => {
  const { shown, sample } = await running(t);
  const before = shown.frames();
  t.mock.timers.tick(250);
  sample(0.5);
  t.mock.timers.tick(1);
  await settled();
  assert.equal(shown.frames(), before + 1);
});

test('an app that follows shows what becomes of a session that is started elsewhere', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings, follows: true });
  await shown.until('SETUP');
  await shown.until('calibrating, then starting');
  tellRun(session, planned());
  await shown.until('round 1 of 1');
  tellEnd(session, planned());
  await shown.until('RESULTS');
  assert.deepEqual(plans, []);
});
