import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf } from '../../../source/core/plan/plan.ts';
import { doneShare, expectedWall, remainingTime } from '../../../source/core/profile/remaining.ts';
import type { Activity } from '../../../source/core/profile/state.ts';
import { passOf, profileStateWith, type Walls } from '../../helpers/profiles/profiles.ts';

/** Eight tasks of 2 ms are forecast: local 16 ms, pool 4 ms. */
const profileWith = (walls: Walls, activity: Activity = { type: 'opening' }) =>
  profileStateWith({ walls, activity });

test('before its first pass the expected wall of a case is its forecast', () => {
  const profile = profileWith({ local: [undefined], pool: ['failed'] });
  assert.equal(expectedWall(profile, 'local'), 16);
  assert.equal(expectedWall(profile, 'pool'), 4);
});

test('after that it is the median of its walls', () => {
  const profile = profileWith({ local: [50, 20, 30], pool: [7, 'failed', 9] });
  assert.equal(expectedWall(profile, 'local'), 30);
  assert.equal(expectedWall(profile, 'pool'), 8);
});

test('without a forecast there is no expected wall', () => {
  const profile = profileWith({ local: [undefined] });
  assert.equal(expectedWall({ ...profile, under: {} }, 'local'), undefined);
});

test('the remaining time is the sum of the expected walls of all remaining passes', () => {
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

test('the running pass counts with the rest of its wall, and never below 0', () => {
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

test('if a wall is not known, the sum of the others is a lower bound', () => {
  const profile = profileWith({ local: [undefined], pool: [undefined], ray: [undefined] });
  assert.deepEqual(remainingTime(profile, 0), { time: 20, whole: false });
});

test('between two passes nothing is taken from what is left', () => {
  const walls = { local: [20, undefined], pool: [5, undefined] };
  const { plan } = profileWith(walls);
  const pass = passOf(plan, 'pool', 1);
  const over = {
    type: 'running',
    pass,
    case: caseOf(plan, pass),
    since: 100,
    workers: [],
  } as const;
  assert.deepEqual(remainingTime(profileWith(walls, over), 103), { time: 25, whole: true });
});

test('what is done is a share of the expected time, or of the passes where that is not known', () => {
  const half = profileWith({ local: [20, undefined], pool: [5, undefined] });
  assert.equal(doneShare(half, 0), 0.5);
  assert.equal(doneShare(profileWith({ local: [20], pool: [5] }), 0), 1);
  const unknown = profileWith({ local: [20], pool: [undefined], ray: [undefined] });
  assert.equal(doneShare(unknown, 0), 1 / 3);
});
