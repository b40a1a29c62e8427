import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RayTarget } from '../../source/core/plan/settings.ts';
import { openMeasurements } from '../../source/host/child/measurements.ts';

const own: RayTarget = { at: 'start', from: '--ray' };
/** An address that is refused without a connection. */
const other: RayTarget = { at: 'ray://head:10001', from: 'the setup screen' };

/** There is no Python with Ray. */
const ray = { version: '1.2.3', environment: {}, home: '/nowhere', python: '/nowhere/python' };

test('a Ray of our own whose turn comes after another one was named is not started', async () => {
  const told: string[] = [];
  const measurements = openMeasurements({
    ray,
    stops: async () => 0,
    observe(event) {
      told.push(`${'target' in event ? event.target.at : ''} ${event.type}`);
    },
  });
  await Promise.all([measurements.reach(own, 2), measurements.reach(other, 2)]);
  await measurements.close();
  assert.deepEqual(told, ['ray://head:10001 cluster-missed']);
});
