import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finished } from '../helpers/profiles/profiles.ts';
import { show } from '../helpers/screens/ui-app.tsx';
import {
  settings,
  planned,
  opened,
  tellRun,
  tellEnd,
  run,
  toResults,
} from '../helpers/screens/app-runs.ts';

/** Fast enough to arrive as one chunk. */
const twoEscapes = '\u{1B}\u{1B}';

test('what the session tells leads from setup to the run and to the results', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('starting');
  session.tell({ type: 'profile-started', plan: planned(), startedAt: '' });
  await shown.until('round 1 of 1');
  session.tell({ type: 'warm-up-started', case: 'pool' });
  await shown.until('warming up pool: 2 workers, 247 MB');
  session.tell({ type: 'pass-started', pass: planned().passes[0]! });
  session.tell({ type: 'workers-sampled', workers: [{ share: 0.25, tasks: 50, cpu: 1 }] });
  session.clock.advance(400);
  await shown.until(' 25 %   50 tasks');
  assert.match(shown.frame(), /round 1 of 1.* 0\.4 s gone/);
  session.tell({
    type: 'pass-finished',
    pass: planned().passes[0]!,
    outcome: finished(planned().cases[0]!, 1800),
  });
  tellEnd(session, planned());
  await shown.until('RESULTS');
  assert.match(shown.frame(), /one round says nothing about chance/);
});

test('a second escape cancels, once, and the results are what had finished', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await run(shown, session);
  shown.press('escape');
  await shown.until('Press esc again');
  assert.ok(!session.log.includes('cancel'));
  shown.press('escape');
  await shown.until('cancelling: the workers are stopping');
  shown.press(twoEscapes);
  tellEnd(session, planned(), true);
  await shown.until('stopped after 0 of 1 round');
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'start', 'cancel']);
});

test('any other key after escape lets the run go on', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await run(shown, session);
  shown.press('escape');
  await shown.until('Press esc again');
  shown.press('x');
  await shown.until('esc cancel (finished rounds are kept)');
  shown.press('escape');
  await shown.until('Press esc again');
  assert.ok(!session.log.includes('cancel'));
});

test('after a cancelled run the next one asks again', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await run(shown, session);
  shown.press(twoEscapes);
  await shown.until('stopping');
  tellEnd(session, planned(), true);
  await shown.until('RESULTS');
  shown.press('enter');
  tellRun(session, planned());
  await shown.until('esc cancel (finished rounds are kept)');
  shown.press('escape');
  await shown.until('Press esc again');
});

test('enter on the results starts the same plan again', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings });
  await toResults(shown, session);
  shown.press('enter');
  await shown.until('starting');
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'start', 'start']);
  assert.deepEqual(plans, [planned(), planned()]);
  tellRun(session, planned());
  await shown.until('round 1 of 1');
});

for (const [key, size] of [
  ['left', '20,000'],
  ['right', '100,000'],
] as const) {
  test(`${key} on the results leads back to setup with the size ${size}`, async () => {
    const { session } = opened();
    using shown = show({ session, settings });
    await shown.until('SETUP');
    shown.press('down');
    await shown.until('> Tasks');
    await toResults(shown, session);
    shown.press(key);
    await shown.until('SETUP');
    assert.match(shown.frame(), new RegExp(`> Size +${size} `));
  });
}
