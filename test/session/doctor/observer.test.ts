import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openObserver } from '../../../source/session/doctor/observer.ts';

const ray = { version: '1.2.3', environment: {}, home: '/nowhere' };

test('while it samples, no program is started to ask about the machine', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const log: string[] = [];
  const note = (what: string) => () => void log.push(what);
  const observer = openObserver({
    libraries: {},
    ray,
    watch: () => ({
      pause: note('pause'),
      resume: note('resume'),
      ready: async () => {},
      stop: note('stop'),
    }),
  });
  const sampling = observer.sample(note('sampling'));
  // Longer than it waits for samples.
  context.mock.timers.tick(60_000);
  await sampling;
  await observer.close();
  assert.deepEqual(log, ['pause', 'sampling', 'stop']);
});
