import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { ProfileState } from '../../../source/core/profile/state.ts';
import {
  afterTimelineKey,
  seenPart,
  selectionOf,
  wholePass,
  type TimelineExtent,
  type TimelineView,
} from '../../../source/ui/timeline/timeline.ts';
import { profileStateWith, stateWith } from '../../helpers/profiles/profiles.ts';
import { seeded } from '../../helpers/numbers/random.ts';

const profile = profileStateWith({ walls: { local: [80, 81, 82], pool: [30, 10, 20] } });

function pressed(
  keys: readonly string[],
  given: Partial<TimelineView> = {},
  extent: Partial<TimelineExtent> = {},
): TimelineView {
  const whole = { profile, rows: 5, lastTop: 12, many: false, ...extent };
  return keys.reduce((view, key) => afterTimelineKey(view, key, whole), { ...wholePass, ...given });
}

const partAfter = (keys: readonly string[], given: Partial<TimelineView> = {}) => {
  const { from, to } = seenPart(pressed(keys, given), 1000);
  return [from, to];
};

const chosen = (view: TimelineView, of: ProfileState = profile) => {
  const { case: planned, chosen: pass } = selectionOf(view, of);
  return [planned.id, pass?.pass.round];
};

test('by itself it shows the typical pass of the pool', () => {
  assert.deepEqual(chosen(wholePass), ['pool', 3]);
  assert.equal(selectionOf(wholePass, profile).typical, true);
  assert.equal(selectionOf({ ...wholePass, round: 1 }, profile).typical, false);
});

test('typical is the pass that the report takes', () => {
  const random = seeded(2);
  for (let sample = 0; sample < 50; sample++) {
    const walls = Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
      random() < 0.2 ? ('failed' as const) : Math.ceil(random() * 5),
    );
    const state = profileStateWith({ walls: { pool: walls } });
    const { cases } = reportOf(stateWith({ profile: state }), '1')!;
    const typical = cases.find(({ id }) => id === 'pool')?.typical;
    assert.equal(chosen(wholePass, state)[1], typical?.round ?? walls.length);
  }
});

test('of several pools the widest is shown, without one the case with the most workers', () => {
  const plan = { workers: 8 };
  const own = profileStateWith({ walls: { local: [9], 'local#2': [9] }, plan });
  const ray = profileStateWith({ walls: { local: [9], ray: [9] }, plan });
  assert.deepEqual(chosen(wholePass, own), ['local', 1]);
  assert.deepEqual(chosen(wholePass, ray), ['ray', 1]);
});

test('a case of which a pass has finished goes before one of which none has', () => {
  const begun = profileStateWith({ walls: { local: [80], pool: [undefined] } });
  const failed = profileStateWith({ walls: { local: [80], pool: ['failed'] } });
  const nothing = profileStateWith({ walls: { local: [undefined], pool: [undefined] } });
  assert.deepEqual(chosen(wholePass, begun), ['local', 1]);
  assert.deepEqual(chosen(wholePass, failed), ['local', 1]);
  assert.deepEqual(chosen(wholePass, nothing), ['pool', undefined]);
});

test('a key pins the pass that is shown, so that none that ends later takes its place', () => {
  const begun = profileStateWith({ walls: { local: [80, undefined], pool: [30, undefined] } });
  const view = pressed(['+'], {}, { profile: begun });
  assert.deepEqual(chosen(view, profile), ['pool', 1]);
});

test('plus halves what is seen around its middle, and minus doubles it, up to the whole', () => {
  assert.deepEqual(partAfter(['+']), [250, 750]);
  assert.deepEqual(partAfter(['+', '=']), [375, 625]);
  assert.deepEqual(partAfter(['+', '+', '-']), [250, 750]);
  assert.deepEqual(partAfter(['-']), [0, 1000]);
  assert.deepEqual(partAfter(['-'], { zoom: 2, start: 0.75 }), [500, 1000]);
});

test('no part is seen that is shorter than a hundredth of a millisecond', () => {
  const view = pressed(Array.from({ length: 40 }, () => '+'));
  assert.equal(view.zoom, Math.floor(Math.log2(20 / 0.01)));
});

test('the arrows move by a quarter of what is seen, and not beyond the pass', () => {
  assert.deepEqual(partAfter(['+', 'right']), [375, 875]);
  assert.deepEqual(partAfter(['+', 'right', 'right', 'right']), [500, 1000]);
  assert.deepEqual(partAfter(['+', 'left', 'left', 'left']), [0, 500]);
  assert.deepEqual(partAfter(['right']), [0, 1000]);
});

test('0 shows the whole pass again', () => {
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

test('c and tab go round the cases, and a case begins as a whole', () => {
  assert.deepEqual(pressed(['+', 'down', 'c']), { ...wholePass, case: 'local' });
  assert.deepEqual(chosen(pressed(['c'])), ['local', 3]);
  assert.deepEqual(chosen(pressed(['c', 'tab'])), ['pool', 3]);
  assert.deepEqual(chosen(pressed(['shift+tab'])), ['local', 3]);
});

test('comma and full stop go through the rounds that have ended, at the same zoom', () => {
  const rounds = (...keys: readonly string[]) => chosen(pressed(keys))[1];
  assert.deepEqual([rounds(','), rounds(',', ','), rounds(',', ',', ',')], [2, 1, 1]);
  assert.equal(rounds('.'), 3);
  assert.equal(pressed(['+', ',']).zoom, 1);
});

test('another key changes nothing', () => {
  const extent = { profile, rows: 1, lastTop: 0, many: true };
  assert.equal(afterTimelineKey(wholePass, 'y', extent), wholePass);
});
