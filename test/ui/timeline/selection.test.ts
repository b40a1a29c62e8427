import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { ProfileState } from '../../../source/core/profile/state.ts';
import { selectionOf } from '../../../source/ui/timeline/selection.ts';
import { wholePass, type TimelineView } from '../../../source/ui/timeline/timeline.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { profileStateWith, stateWith } from '../../helpers/profiles/profiles.ts';
import { runningFor } from '../../helpers/screens/timeline-screens.ts';

const profile = profileStateWith({ walls: { local: [80, 81, 82], pool: [30, 10, 20] } });

/** Every engine that is shown, with its round and what is drawn of it. */
const shown = (of: ProfileState, view: Partial<TimelineView> = {}, now = 0) =>
  selectionOf({ ...wholePass, ...view }, of, now).shown.map(
    ({ case: { id }, round, drawing: { type } }) => `${id} ${round} ${type}`,
  );

const lengthOf = (of: ProfileState, view: Partial<TimelineView> = {}, now = 0) =>
  selectionOf({ ...wholePass, ...view }, of, now).length;

test('by itself it shows all engines in the round that the speed-up comes from', () => {
  assert.deepEqual(shown(profile), ['local 3 ended', 'pool 3 ended']);
  assert.ok(selectionOf(wholePass, profile, 0).shown.every(({ typical }) => typical));
  const other = selectionOf({ ...wholePass, round: 1 }, profile, 0);
  assert.ok(other.shown.every(({ typical }) => !typical));
});

test('every engine is shown in the round that the report takes of it', () => {
  const random = seeded(2);
  for (let sample = 0; sample < 50; sample++) {
    const walls = Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
      random() < 0.2 ? ('failed' as const) : Math.ceil(random() * 5),
    );
    const state = profileStateWith({ walls: { local: walls.map(() => 9), pool: walls, ray: [9] } });
    const { cases } = reportOf(stateWith({ profile: state }), '1')!;
    for (const { case: planned, round } of selectionOf(wholePass, state, 0).shown) {
      const typical = cases.find(({ id }) => id === planned.id)?.typical;
      assert.equal(round, typical?.round ?? walls.length);
    }
  }
});

test('one engine can be shown alone', () => {
  const { shown: alone, length } = selectionOf({ ...wholePass, case: 'pool' }, profile, 0);
  assert.equal(alone.length, 1);
  assert.equal(length, 20);
});

test('the axis is as long as the longest of them', () => {
  assert.equal(lengthOf(profile), 82);
  assert.equal(lengthOf(profile, { round: 1 }), 80);
});

test('a pass on Ray is as long as its bar on the results, and its tasks begin when its job has started', () => {
  const ray = profileStateWith({ walls: { local: [2000], ray: [10_000] } });
  const [, pass] = selectionOf(wholePass, ray, 0).shown;
  assert.ok(pass?.drawing.type === 'ended');
  assert.equal(pass.drawing.length, 10_000);
  assert.equal(Math.round(pass.drawing.start), 5520);
});

test('during a run it shows the round that runs: what has ended, what grows, what is to come', () => {
  assert.deepEqual(shown(runningFor(400), {}, 5400), ['local 2 ended', 'pool 2 running']);
  const opening = profileStateWith({
    walls: { local: [undefined], pool: [undefined] },
    activity: { type: 'opening' },
  });
  assert.deepEqual(shown(opening), ['local undefined missing', 'pool undefined missing']);
});

test('a pass that grows does not move its axis before it takes longer than ever', () => {
  const alone = (time: number) => lengthOf(runningFor(time), { case: 'pool' }, 5000 + time);
  assert.equal(alone(0), 929);
  assert.equal(alone(900), 929);
  assert.equal(alone(1000), alone(1300));
  assert.ok(alone(1000) > 1000 && alone(5000) > 5000);
});

test('the rounds are those of which there is something to see', () => {
  const roundsOf = (of: ProfileState, view: Partial<TimelineView> = {}) =>
    selectionOf({ ...wholePass, ...view }, of, 0).rounds;
  assert.deepEqual(roundsOf(profile), [1, 2, 3]);
  assert.deepEqual(roundsOf(runningFor(100)), [1, 2]);
  const stopped = profileStateWith({ walls: { local: [8, 8], pool: [9, undefined] } });
  assert.deepEqual(roundsOf(stopped, { case: 'pool' }), [1]);
});
