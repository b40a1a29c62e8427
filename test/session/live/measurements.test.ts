import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RayTarget } from '../../../source/core/plan/settings.ts';
import { openMeasurements } from '../../../source/session/live/measurements.ts';
import { openStore } from '../../../source/session/live/store.ts';

const own: RayTarget = { at: 'local', from: '--ray' };
/** An address that is refused without a connection. */
const other: RayTarget = { at: 'ray://head:10001', from: 'the setup screen' };

/** There is no Python with Ray. */
const setup = { version: '1.2.3', environment: {}, home: '/nowhere', python: '/nowhere/python' };

test('a Ray of our own whose turn comes after another one was named is not started', async () => {
  const store = openStore();
  const told: string[] = [];
  store.subscribe(() => {
    const { cluster } = store.state();
    told.push(`${cluster?.target.at} ${cluster?.status}`);
  });
  const measurements = openMeasurements(store, setup);
  await Promise.all([measurements.reach(own), measurements.reach(other)]);
  await measurements.close();
  assert.deepEqual(told, ['ray://head:10001 missed']);
});
