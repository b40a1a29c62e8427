import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Settings } from '../../source/core/plan/settings.ts';
import { fakeSession } from '../helpers/session/fake-session.ts';
import { show } from '../helpers/screens/ui-app.tsx';
import { sessionState } from '../helpers/screens/ui-states.ts';
import { settings, planned, opened } from '../helpers/screens/app-runs.ts';

const large: Settings = { ...settings, size: 300_000 };

test('a plan that needs too much memory is not started by enter', async () => {
  const { session } = opened(16);
  using shown = show({ session, settings: large });
  await shown.until('▲ Too much memory');
  shown.press('enter', 'w', 'down');
  await shown.until('> Tasks');
  assert.deepEqual(session.log, ['calibrate list']);
});

test('f starts it all the same', async () => {
  const { session, plans } = opened(16);
  using shown = show({ session, settings: large });
  await shown.until('f run anyway');
  shown.press('f');
  await shown.until('starting');
  assert.deepEqual(plans, [planned(large, 16)]);
});

test('f starts the size that is being typed, as the refusal was about it', async () => {
  const { session, plans } = opened(16);
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('300000');
  await shown.until('▲ Too much memory');
  shown.press('f');
  await shown.until('starting');
  assert.deepEqual(plans, [planned(large, 16)]);
});

test('p takes pair instead', async () => {
  const { session } = opened(16);
  using shown = show({ session, settings: large });
  await shown.until('p pair instead');
  shown.press('p');
  await shown.until(/Workload +pair/);
  assert.match(shown.frame(), /Size +300,000/);
});

test('f and p mean nothing while nothing is refused', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('f', 'p', 'down');
  await shown.until('> Tasks');
  assert.match(shown.frame(), /Workload +list/);
  assert.deepEqual(session.log, ['calibrate list']);
});

test('a plan that turns out too large after the calibration is refused with its numbers', async () => {
  const session = fakeSession({
    state: sessionState(16, { calibrations: {} }),
    prepare: async () => planned(large, 16),
  });
  using shown = show({ session, settings: large });
  await shown.until('enter run');
  shown.press('enter');
  await shown.until('▲ list needs 68.2 GB at once: 305 % of what is free');
  assert.ok(!session.log.includes('start'));
});
