import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedTexts, outlookTexts, totalText } from '../../../source/core/plan/outlook-text.ts';
import { planWith } from '../../helpers/profiles/profiles.ts';

const plan = planWith({ size: 50_000, tasks: 160, cpus: 16 });

test('a plan is said in a sentence, with its times once they are known', () => {
  assert.deepEqual(
    [
      outlookTexts(plan, { local: 1840, pool: 214 })[0],
      outlookTexts(plan, {})[0],
      outlookTexts(planWith({ engines: ['pool'], rounds: 1 }), { pool: 0.2 })[0],
      outlookTexts(planWith({ engines: ['local', 'local'], rounds: 12 }), {})[0],
    ],
    [
      '160 sequences of 50,000 terms, one after another (local, about 1.8 s) and 16 at a time (pool, about 0.21 s), five times in turns.',
      '160 sequences of 50,000 terms, one after another (local) and 16 at a time (pool), five times in turns.',
      '8 sequences of 1,000 terms, 4 at a time (pool, less than 1 ms), once.',
      '8 sequences of 1,000 terms, one after another (local) and one after another (local#2), 12 times in turns.',
    ],
  );
});

test('of Ray only a run can tell how long it takes, and it takes part in fewer rounds', () => {
  const withRay = planWith({ engines: ['local', 'pool', 'ray'], rayRounds: 3 });
  assert.match(
    outlookTexts(withRay, { local: 16, pool: 4 })[0],
    / and 1 at a time on the cluster \(ray, unknown until it has run\), five times in turns \(Ray three times\)\.$/,
  );
  assert.equal(totalText(withRay, { local: 16, pool: 4 }), 'More than 0.10 s in all');
});

test('all passes together take a time that is as rough as it is known', () => {
  const total = (wall: number) => totalText(plan, { local: wall, pool: 0 });
  assert.deepEqual([0.1, 2, 100, 1234, 2345, 30_000, 400_000, 5e6].map(total), [
    'Less than 1 ms in all',
    'About 10 ms in all',
    'About 0.50 s in all',
    'About 6.2 s in all',
    'About 12 s in all',
    'About 2 min 30 s in all',
    'About 33 min in all',
    'About 6 h 57 min in all',
  ]);
  assert.equal(totalText(plan, {}), undefined);
});

test('the times alone fit a small window', () => {
  assert.deepEqual(expectedTexts(plan, { local: 1840, pool: 214 }), [
    'local about 1.8 s, pool about 0.21 s: about 10 s in all',
    'local 1.8 s, pool 0.21 s: about 10 s in all',
    'about 10 s in all',
  ]);
  assert.deepEqual(expectedTexts(plan, {}), []);
});
