import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneRows, rowsOf, type Draw } from '../../helpers/screens/ui-frames.ts';
import {
  large,
  largest,
  many,
  profileOf,
  runningFor,
  screen,
  sixteen,
  small,
  two,
} from '../../helpers/screens/timeline-screens.ts';

/** Of all rows in a window, the last one included, which stays blank. */
const blankShare = (draw: Draw, window = largest): number => {
  const rows = rowsOf(draw, window);
  const blank = rows.filter((row) => /^[│ ]*$/.test(row)).length + window.rows - rows.length;
  return blank / window.rows;
};

test('with 2 CPUs at most a quarter of a large window is blank', () => {
  for (const draw of [
    screen(two),
    screen(two, { zoom: 3 }),
    screen(two, { case: 'pool' }),
    screen(profileOf(2, 400)),
    screen(profileOf(2, 400), { case: 'local' }),
    screen(runningFor(600), {}, { now: 5600 }),
  ]) {
    const share = blankShare(draw);
    assert.ok(share <= 0.25, `${share}:\n${rowsOf(draw, largest).join('\n')}`);
  }
});

test('from 120x40 on there are histograms, however many workers there are', () => {
  for (const profile of [two, sixteen, many, profileOf(32, 64)]) {
    for (const window of [large, largest]) {
      assert.match(zoneRows(screen(profile), window), /times \d/);
      assert.match(zoneRows(screen(profile, { single: true }), window), /times \d/);
    }
  }

  assert.match(zoneRows(screen(two)), /times 4/);
  assert.doesNotMatch(zoneRows(screen(sixteen), small), /times/);
});
