import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { typicalPass } from '../../../source/core/report/figures/report-pass.ts';
import { profileStateWith, stateWith, type Ending } from '../../helpers/profiles/profiles.ts';

function typicalRound(pool: readonly Ending[]): number | undefined {
  const profile = profileStateWith({ walls: { local: [3, 3, 3, 3, 3], pool } });
  return typicalPass(reportOf(stateWith({ profile }), '1.2.3')?.passes ?? [], 'pool')?.round;
}

test('the typical pass of a case is that of the median wall', () => {
  assert.equal(typicalRound([50]), 1);
  assert.equal(typicalRound([50, 10, 30]), 3);
  assert.equal(typicalRound([10, 50, 30, 40, 20]), 3);
});

test('of an even number it is the faster one in the middle', () => {
  assert.equal(typicalRound([40, 10, 30, 20]), 4);
});

test('passes that did not finish are not typical', () => {
  assert.equal(typicalRound(['failed', 50, 'cancelled', 10, 30]), 5);
  assert.equal(typicalRound(['failed', 'cancelled']), undefined);
});
