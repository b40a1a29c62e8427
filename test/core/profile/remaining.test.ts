import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf } from '../../../source/core/plan/plan.ts';
import { expectedWall, remainingTime } from '../../../source/core/profile/remaining.ts';
import type { Activity } from '../../../source/core/profile/state.ts';
import { passOf, profileStateWith, type Walls } from '../../helpers/profiles/profiles.ts';

/** Eight tasks of 2 ms are forecast: local 16 ms, pool 4 ms. */
const profileWith = (walls: Walls, activity: Activity = { type: 'opening' }) =>
  profileStateWith({ walls, activity });

test('before its first pass a case is expected to take what was forecast', () => {
  const profile = profileWith({ local: [undefined], pool: ['failed'] });
  assert.equal(expectedWall(profile, 'local'), 16);
  assert.equal(expectedWall(profile, 'pool'), 4);
});

test('after that it is expected to take the median of what it took', () => {
  const profile = profileWith({ local: [50, 20, 30], pool: [7, 'failed', 9] });
  assert.equal(expectedWall(profile, 'local'), 30);
  assert.equal(expectedWall(profile, 'pool'), 8);
});

test('without a forecast nothing is expected', () => {
  const profile = profileWith({ local: [undefined] });
  assert.equal(expectedWall({ ...profile, under: {} }, 'local'), undefined);
});

test('what remains is the expected walls of all passes to come', () => {
  const two = [undefined, undefined];
  assert.deepEqual(remainingTime(profileWith({ local: two, pool: two }), 0), {
    time: 40,
    whole: true,
  });
  assert.deepEqual(remainingTime(profileWith({ local: [20, undefined], pool: [5, 7] }), 0), {
    time: 20,
    whole: true,
  });
  assert.deepEqual(remainingTime(profileWith({ local: [20, 20], pool: [5, 7] }), 0), {
    time: 0,
    whole: true,
  });
});

test('a pass that runs counts only with what is left of it, and never below nothing', () => {
  const walls = { local: [20, undefined], pool: [5, 5] };
  const { plan } = profileWith(walls);
  const pass = passOf(plan, 'local', 2);
  const running = { type: 'running', pass, case: caseOf(plan, pass), since: 100 } as const;
  const profile = profileWith(walls, { ...running, workers: [] });
  assert.deepEqual(remainingTime(profile, 100), { time: 20, whole: true });
  assert.deepEqual(remainingTime(profile, 115), { time: 5, whole: true });
  assert.deepEqual(remainingTime(profile, 120), { time: 0, whole: true });
  assert.deepEqual(remainingTime(profile, 500), { time: 0, whole: true });
});

test('of what is not known to take any time, the rest is the least that remains', () => {
  const profile = profileWith({ local: [undefined], pool: [undefined], ray: [undefined] });
  assert.deepEqual(remainingTime(profile, 0), { time: 20, whole: false });
});
