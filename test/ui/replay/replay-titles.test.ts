import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayTitles } from '../../../source/ui/replay/replay-titles.ts';
import { pictureOf } from '../../../source/ui/screens.ts';
import { machineWith, profileStateWith } from '../../helpers/profiles/profiles.ts';
import { shownIn, targetsIn } from '../../helpers/screens/ui-situations.ts';

const profile = {
  ...profileStateWith({ walls: { local: [9], pool: [8] } }),
  // In the local time zone.
  startedAt: new Date(2026, 10, 30, 1, 38).toISOString(),
};

test('a saved run is named by its workload, its date and its machine, as far as there is room', () => {
  const machine = machineWith({ cpu: 'AMD EPYC 9554P' });
  assert.deepEqual(replayTitles({ profile: { ...profile, under: { machine } } }), [
    'fibtui · list, 30 Nov 2026, 01:38, AMD EPYC 9554P',
    'fibtui · list, 30 Nov 01:38, AMD EPYC 9554P',
    'fibtui · list, 30 Nov 01:38',
    'list, 30 Nov 01:38',
  ]);
  assert.deepEqual(replayTitles({ profile: { ...profile, under: {} } })?.slice(0, 1), [
    'fibtui · list, 30 Nov 2026, 01:38',
  ]);
  assert.equal(replayTitles({}), undefined);
});

test('a replay has that name on every screen, and what is measured has not', () => {
  for (const over of ['nothing', 'timeline', 'page'] as const) {
    const name = (replay: boolean) => {
      const { targets } = targetsIn({ profile: 'ended', place: 'profile', replay, over });
      return pictureOf(shownIn(targets), targets.room, targets.theme).titles?.[0];
    };
    assert.match(name(true) ?? '', /^fibtui · list, /, over);
    assert.equal(name(false), undefined, over);
  }
});
