import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EndedPass } from '../../../source/core/profile/state.ts';
import { outages } from '../../../source/core/report/outages.ts';
import { profileStateWith } from '../../helpers/profiles/profiles.ts';

/** A profile on Ray whose rounds were out of touch for so long. */
function passesOutFor(...times: readonly number[]): { readonly passes: readonly EndedPass[] } {
  const { passes } = profileStateWith({ walls: { local: [9, 9, 9], ray: [20, 20, 20] } });
  return {
    passes: passes.map((ended) => {
      const time = times[ended.pass.round - 1] ?? 0;
      const { outcome } = ended;
      return outcome.status === 'finished' && outcome.ray && time > 0
        ? { ...ended, outcome: { ...outcome, ray: { ...outcome.ray, outOfTouch: time } } }
        : ended;
    }),
  };
}

const messages = (...times: readonly number[]) =>
  outages(passesOutFor(...times)).map(({ message }) => message);

test('a run that never lost touch says nothing', () => {
  assert.deepEqual(messages(0, 0, 0), []);
});

test('rounds that lost touch are named with their times, and count', () => {
  assert.deepEqual(messages(0, 12_300), [
    'ray did not answer for a while in round 2 (12.3 s); it counts, since the cluster worked on and took the times itself',
  ]);
  assert.deepEqual(messages(5200, 0, 60_400), [
    'ray did not answer for a while in round 1 (5.20 s) and round 3 (60.4 s); they count, since the cluster worked on and took the times itself',
  ]);
});
