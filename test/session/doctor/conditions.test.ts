import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleConditions } from '../../../source/session/doctor/conditions.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { fixtureSystem, withFiles } from '../../machine/fixture-system.ts';

const sampled = {
  type: 'load-sampled',
  load: [{ cpu: 0, busy: 0.5 }],
  otherLoad: { others: 0.1 },
} as const;

const hwmon = {
  '/sys/class/hwmon/hwmon0/name': 'coretemp\n',
  '/sys/class/hwmon/hwmon0/temp1_input': '71000\n',
};

test('it ends when the load of other programs covers nothing from before it began', async () => {
  const session = fakeSession();
  const left: number[] = [];
  const system = withFiles(fixtureSystem('none'), hwmon);
  const sampling = sampleConditions(session, { system, onLeft: (time) => left.push(time) });
  // Other events are no samples.
  session.tell({ type: 'host-stopped', pid: 1 });
  for (let samples = 0; samples < 7; samples++) {
    session.tell({ ...sampled, load: [...sampled.load] });
  }

  const found = await sampling;
  assert.deepEqual(left, [3500, 3000, 2500, 2000, 1500, 1000, 500, 0]);
  assert.deepEqual(
    found.map(({ temperature }) => temperature),
    Array.from({ length: 7 }, () => 71),
  );
  session.tell({ ...sampled, load: [...sampled.load] });
  assert.equal(found.length, 7);
});

test('a system that reports no load is waited for no longer than that, and its other conditions are known', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const system = withFiles(fixtureSystem('none'), hwmon);
  const sampling = sampleConditions(fakeSession(), { system, onLeft() {} });
  context.mock.timers.tick(7000);
  assert.deepEqual(
    (await sampling).map(({ temperature }) => temperature),
    [71],
  );
});
