import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typicalRounds } from '../../../../source/core/report/figures/typical.ts';
import { profileStateWith, type ProfileRequest } from '../../../helpers/profiles/profiles.ts';

const roundsOf = (walls: ProfileRequest['walls']) =>
  Object.fromEntries(typicalRounds(profileStateWith({ walls })));

test('a case that nothing is compared with has the round of its median wall, of an even number the lower one', () => {
  assert.deepEqual(roundsOf({ local: [] }), {});
  assert.deepEqual(roundsOf({ local: [5] }), { local: 1 });
  assert.deepEqual(roundsOf({ local: [3, 9, 5] }), { local: 3 });
  assert.deepEqual(roundsOf({ local: [4, 1, 3, 2] }), { local: 4 });
});

test('a compared case has the round of its speed-up, and its reference the same', () => {
  assert.deepEqual(roundsOf({ local: [100, 100, 130], pool: [40, 50, 60] }), { local: 3, pool: 3 });
});

test('of several comparisons the reference follows the first, every other case its own', () => {
  const walls = { local: [100, 100, 130], pool: [40, 50, 60], ray: [400, 300, 500] };
  assert.deepEqual(roundsOf(walls), { local: 3, pool: 3, ray: 3 });
  assert.deepEqual(roundsOf({ ...walls, ray: [400, 300, 200] }), { local: 3, pool: 3, ray: 2 });
});

test('rounds that only one of two finished do not count', () => {
  const walls = { local: [100, 'failed', 120], pool: [50, 10, 70] } as const;
  assert.deepEqual(roundsOf(walls), { local: 3, pool: 3 });
});
