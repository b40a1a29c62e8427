import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { axisOf, durationBar } from '../../../source/ui/parts/duration-bar.ts';

const drawn = (
  shown: number,
  others: readonly number[] = [],
  { axis = 100, height = 1, ascii = false } = {},
) =>
  durationBar({ shown, others }, { axis, cells: 10, height, tone: 'first' }, themeOf(ascii)).map(
    textOf,
  );

test('a bar is as long as its share of the axis, with a dot for every other round', () => {
  assert.deepEqual(drawn(50), ['▇▇▇▇▇     ']);
  assert.deepEqual(drawn(50, [30, 80]), ['▇▇•▇▇  •  ']);
  assert.deepEqual(drawn(0), ['          ']);
});

test('dots that meet are one larger dot', () => {
  assert.deepEqual(drawn(50, [80, 81, 79]), ['▇▇▇▇▇  ●  ']);
});

test('a round beyond the axis is marked at its end', () => {
  assert.deepEqual(drawn(50, [300]), ['▇▇▇▇▇    »']);
  assert.equal(axisOf([{ shown: 100, others: [120] }]), 120);
  assert.equal(axisOf([{ shown: 100, others: [300] }]), 150);
  assert.equal(axisOf([]), 0);
});

test('a high bar has its dots in its middle row', () => {
  assert.deepEqual(drawn(50, [80], { height: 3 }), ['▇▇▇▇▇     ', '█████  •  ', '█████     ']);
});

test('in ASCII', () => {
  assert.deepEqual(drawn(50, [80], { ascii: true }), ['=====  o  ']);
});
