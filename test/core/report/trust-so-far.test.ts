import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trustSoFar } from '../../../source/core/report/trust-so-far.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { trustBefore } from '../../../source/core/report/trust/trust.ts';
import { profileStateWith, stateWith } from '../../helpers/profiles/profiles.ts';

const conditions = { during: 100, own: 90, others: 40, stolen: 1 };

test('before the first pass has ended it is that of the machine', () => {
  const state = stateWith({
    otherLoad: { others: 0.2 },
    profile: profileStateWith({ walls: { local: [undefined], pool: [undefined] } }),
  });
  assert.deepEqual(trustSoFar(state, state.profile!), trustBefore(state));
});

test('after that it is what a report of these passes would say', () => {
  const walls = { local: [80, 90, 100], pool: [20, 25] };
  const state = stateWith({
    profile: profileStateWith({ walls, conditions, heldUp: { total: 3000, longest: 3000 } }),
  });
  assert.deepEqual(trustSoFar(state, state.profile!), reportOf(state, '1.2.3')?.trust);
});
