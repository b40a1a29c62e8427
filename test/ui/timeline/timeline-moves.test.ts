import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProfileState } from '../../../source/core/profile/state.ts';
import { selectionOf } from '../../../source/ui/timeline/selection.ts';
import {
  afterTimelineKey,
  type TimelineExtent,
} from '../../../source/ui/timeline/timeline-moves.ts';
import { seenPart, wholePass, type TimelineView } from '../../../source/ui/timeline/timeline.ts';
import { profileStateWith } from '../../helpers/profiles/profiles.ts';
import { runningFor } from '../../helpers/screens/timeline-screens.ts';

const profile = profileStateWith({ walls: { local: [80, 81, 82], pool: [30, 10, 20] } });

function pressed(
  keys: readonly string[],
  given: Partial<TimelineView> = {},
  extent: Partial<TimelineExtent> = {},
): TimelineView {
  const whole = { profile, now: 5000, rows: 5, lastTop: 12, many: false, ...extent };
  return keys.reduce((view, key) => afterTimelineKey(view, key, whole), { ...wholePass, ...given });
}

const partAfter = (keys: readonly string[], given: Partial<TimelineView> = {}) => {
  const { from, to } = seenPart(pressed(keys, given), 1000);
  return [from, to];
};

const roundOf = (view: TimelineView, of: ProfileState = profile) =>
  selectionOf(view, of, 5000).round;

test('plus halves what is seen around its middle, and minus doubles it, up to the whole', () => {
  assert.deepEqual(partAfter(['+']), [250, 750]);
  assert.deepEqual(partAfter(['+', '=']), [375, 625]);
  assert.deepEqual(partAfter(['+', '+', '-']), [250, 750]);
  assert.deepEqual(partAfter(['-']), [0, 1000]);
  assert.deepEqual(partAfter(['-'], { zoom: 2, start: 0.75 }), [500, 1000]);
});

test('no part is seen that is shorter than a hundredth of a millisecond', () => {
  const view = pressed(Array.from({ length: 40 }, () => '+'));
  assert.equal(view.zoom, Math.floor(Math.log2(82 / 0.01)));
});

test('the arrows move by a quarter of what is seen, and not beyond the axis', () => {
  assert.deepEqual(partAfter(['+', 'right']), [375, 875]);
  assert.deepEqual(partAfter(['+', 'right', 'right', 'right']), [500, 1000]);
  assert.deepEqual(partAfter(['+', 'left', 'left', 'left']), [0, 500]);
  assert.deepEqual(partAfter(['right']), [0, 1000]);
});

test('0 shows all of it again', () => {
  assert.deepEqual(partAfter(['+', '+', 'right', '0']), [0, 1000]);
});

test('up and down move by a row, and the page keys by all that are shown', () => {
  const topAfter = (...keys: readonly string[]) => pressed(keys).top;
  assert.equal(topAfter('down', 'down', 'up'), 1);
  assert.equal(topAfter('up'), 0);
  assert.equal(topAfter('pagedown', 'pagedown'), 10);
  assert.equal(topAfter('pagedown', 'pagedown', 'pagedown', 'pageup'), 7);
});

test('w gives each of many workers its row, and puts them in groups again', () => {
  const many = { many: true };
  const rowsAfter = (...keys: readonly string[]) => {
    const { single, top } = pressed(keys, {}, many);
    return { single, top };
  };
  assert.deepEqual(rowsAfter('down', 'w'), { single: true, top: 0 });
  assert.deepEqual(rowsAfter('w', 'down'), { single: true, top: 1 });
  assert.deepEqual(rowsAfter('w', 'down', 'c'), { single: true, top: 0 });
  assert.deepEqual(rowsAfter('w', 'down', 'w'), { single: false, top: 0 });
  assert.deepEqual(pressed(['w']), wholePass);
});

test('c shows one engine alone, then the next, then all again, each as a whole', () => {
  assert.deepEqual(pressed(['+', 'down', 'c']), { ...wholePass, case: 'local' });
  assert.deepEqual(pressed(['c', 'c']), { ...wholePass, case: 'pool' });
  assert.deepEqual(pressed(['c', 'c', 'c']), wholePass);
  assert.equal(pressed([',', 'c']).round, 2);
  const only = profileStateWith({ walls: { pool: [9] } });
  assert.deepEqual(pressed(['c'], {}, { profile: only }), wholePass);
});

test('comma and full stop go through the rounds, at the same zoom', () => {
  const rounds = (...keys: readonly string[]) => roundOf(pressed(keys));
  assert.deepEqual([rounds(','), rounds(',', ','), rounds(',', ',', ',')], [2, 1, 1]);
  assert.equal(rounds('.'), 3);
  assert.equal(pressed(['+', ',']).zoom, 1);
});

test('during a run a key pins the round, so that the next one does not take its place', () => {
  const running = runningFor(100);
  assert.equal(pressed(['+'], {}, { profile: running }).round, 2);
  assert.equal(pressed([','], {}, { profile: running }).round, 1);
  assert.equal(pressed(['+']).round, undefined);
});

test('the last round of a run that goes on is followed again', () => {
  const running = runningFor(100);
  const after = (...keys: readonly string[]) => pressed(keys, {}, { profile: running }).round;
  assert.equal(after(',', '.'), undefined);
  assert.equal(after('+', '.'), undefined);
});

test('another key changes nothing', () => {
  const extent = { profile, now: 0, rows: 1, lastTop: 0, many: true };
  for (const key of ['y', 'tab', 'enter', 's', 'e', 'd', ' ']) {
    assert.equal(afterTimelineKey(wholePass, key, extent), wholePass);
  }
});
