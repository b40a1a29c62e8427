import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProfileEvent } from '../../../source/core/profile/event.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import type { HeldUp } from '../../../source/core/profile/state.ts';
import { planWith, stateWith } from '../../helpers/profiles/profiles.ts';

/** How long drawing was held up in the profile, after these events. */
const after = (
  ...events: ReadonlyArray<readonly [at: number, event: ProfileEvent]>
): HeldUp | undefined =>
  events.reduce((state, [at, event]) => reduce(state, { ...event, at }), stateWith()).profile
    ?.heldUp;

const begun = [1000, { type: 'profile-started', plan: planWith(), startedAt: '' }] as const;
const ended = [9000, { type: 'profile-finished', interrupted: false }] as const;
const waited = (took: number) => ({ type: 'drawing-held-up', took }) as const;

test('a profile whose terminal reads has no time for which drawing was held up', () => {
  assert.equal(after(begun, ended), undefined);
});

test('the times for which drawing was held up add up, and the longest is kept', () => {
  const waits = [
    [2000, waited(300)],
    [4000, waited(1500)],
    [8000, waited(200)],
  ] as const;
  assert.deepEqual(after(begun, ...waits, ended), { total: 2000, longest: 1500 });
});

test('waits before a profile and after its end count in none', () => {
  assert.equal(after([500, waited(300)], begun, ended, [9500, waited(300)]), undefined);
  const next = [9600, begun[1]] as const;
  assert.equal(after(begun, [2000, waited(300)], ended, next), undefined);
});
