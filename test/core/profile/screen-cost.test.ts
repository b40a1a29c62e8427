import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProfileEvent } from '../../../source/core/profile/event.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import { screenCost } from '../../../source/core/profile/screen-cost.ts';
import type { State } from '../../../source/core/profile/state.ts';
import { passOf, planWith, stateWith } from '../../helpers/profiles/profiles.ts';

const plan = planWith();
const [first, second] = [passOf(plan, 'local', 1), passOf(plan, 'pool', 1)];

/** The state after these events. */
const after = (...events: ReadonlyArray<readonly [at: number, event: ProfileEvent]>): State =>
  events.reduce((state, [at, event]) => reduce(state, { ...event, at }), stateWith());

const begun = [0, { type: 'profile-started', plan, startedAt: '' }] as const;
const outcome = { status: 'cancelled' } as const;
const onePass = [
  begun,
  [100, { type: 'pass-started', pass: first }],
  [150, { type: 'frame-drawn', took: 3 }],
  [250, { type: 'frame-drawn', took: 1 }],
  [300, { type: 'pass-finished', pass: first, outcome }],
] as const;

const costAt = (now: number, state: State) => screenCost(state.profile!, now);

test('the cost of the screen is the CPU time of its frames over the time of the passes', () => {
  const state = after(...onePass.slice(0, 4));
  assert.equal(costAt(300, state), 4 / 200);
});

test('between two passes the cost does not change', () => {
  const state = after(...onePass, [350, { type: 'frame-drawn', took: 50 }]);
  assert.equal(costAt(400, state), 4 / 200);
});

test('over several passes it is the cost of them all', () => {
  const state = after(
    ...onePass,
    [400, { type: 'pass-started', pass: second }],
    [450, { type: 'frame-drawn', took: 5 }],
  );
  assert.equal(costAt(500, state), 9 / 300);
});

test('passes too short for a frame count as well: their time took no drawing', () => {
  const state = after(
    ...onePass,
    [400, { type: 'pass-started', pass: second }],
    [500, { type: 'pass-finished', pass: second, outcome }],
  );
  assert.equal(screenCost(state.profile!), 4 / 300);
});

test('without the current time the running pass does not count', () => {
  const state = after(
    ...onePass,
    [400, { type: 'pass-started', pass: second }],
    [450, { type: 'frame-drawn', took: 5 }],
  );
  assert.equal(screenCost(state.profile!), 4 / 200);
});

test('frames outside of passes cost nothing', () => {
  const state = after(
    begun,
    [10, { type: 'warm-up-started', case: 'local' }],
    [20, { type: 'frame-drawn', took: 7 }],
  );
  assert.equal(costAt(50, state), undefined);
});

test('without frames there is no cost', () => {
  const state = after(
    begun,
    [100, { type: 'pass-started', pass: first }],
    [300, { type: 'pass-finished', pass: first, outcome }],
  );
  assert.equal(costAt(400, state), undefined);
});
