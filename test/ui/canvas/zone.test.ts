import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line, textOf } from '../../../source/ui/canvas/line.ts';
import {
  arranged,
  bare,
  heightOf,
  later,
  ruled,
  undrawn,
  type Zone,
} from '../../../source/ui/canvas/zone.ts';

const rows = (count: number) => Array.from({ length: count }, (_, row) => line(`row ${row}`));

const zone = (name: string, priority: number, heights: readonly number[]): Zone => ({
  title: line(name),
  priority,
  variants: heights.map((height) => bare(rows(height))),
});

/** The heights that the zones get. */
const heights = (zones: readonly Zone[], room: number): readonly number[] =>
  arranged(zones, room).map(({ variant }) => heightOf(variant));

test('a rule takes a row of its own', () => {
  assert.equal(heightOf(bare(rows(2))), 2);
  assert.equal(heightOf(ruled(rows(2))), 3);
});

test('with room for all every zone is drawn as richly as it can be', () => {
  assert.deepEqual(heights([zone('a', 2, [5, 1]), zone('b', 1, [4, 2])], 9), [5, 4]);
});

test('the zone of the lowest number gets its room first', () => {
  const [first, second] = [zone('a', 2, [5, 3, 1]), zone('b', 1, [5, 3, 1])];
  assert.deepEqual(heights([first, second], 8), [3, 5]);
  assert.deepEqual(heights([first, second], 6), [1, 5]);
  assert.deepEqual(heights([first, second], 4), [1, 3]);
});

test('what a zone leaves free goes to the next', () => {
  assert.deepEqual(heights([zone('a', 1, [9, 2]), zone('b', 2, [3, 1])], 6), [2, 3]);
});

test('without any room the densest form is drawn all the same', () => {
  assert.deepEqual(heights([zone('a', 1, [5, 2]), zone('b', 2, [4, 1])], 1), [2, 1]);
});

test('zones keep their places, whatever their priority', () => {
  const zones = [zone('a', 3, [1]), zone('b', 1, [1]), zone('c', 2, [1])];
  assert.deepEqual(
    arranged(zones, 3).map(({ title }) => textOf(title)),
    ['a', 'b', 'c'],
  );
});

test('a form of a zone may have a title of its own', () => {
  const many = { ...ruled(rows(4)), title: line('one by one') };
  const zones = [{ ...zone('a', 1, []), variants: [many, ruled(rows(1))] }];
  assert.equal(textOf(arranged(zones, 5)[0]!.title), 'one by one');
  assert.equal(textOf(arranged(zones, 4)[0]!.title), 'a');
});

test('a richer form may wait until the zones of a higher number have got their room', () => {
  const patient = {
    ...zone('a', 1, []),
    variants: [later(3, bare(rows(5))), bare(rows(2)), bare([])],
  };
  const zones = [patient, zone('b', 2, [3, 0])];
  assert.deepEqual(heights(zones, 8), [5, 3]);
  assert.deepEqual(heights(zones, 7), [2, 3]);
  assert.deepEqual(heights(zones, 4), [2, 0]);
  assert.deepEqual(heights(zones, 1), [0, 0]);
});

test('a variant that says its height is drawn once, and only where it is shown', (t) => {
  const [rich, plain] = [5, 2].map((height) => t.mock.fn(() => rows(height)));
  const one: Zone = {
    title: [],
    priority: 1,
    variants: [
      undrawn({ ruled: true, height: 5 }, rich!),
      undrawn({ ruled: false, height: 2 }, plain!),
    ],
  };
  const linesIn = (room: number) => arranged([one], room).flatMap(({ variant }) => variant.lines);
  assert.deepEqual(heights([one], 6), [6]);
  assert.deepEqual(linesIn(5).map(textOf), ['row 0', 'row 1']);
  assert.equal(linesIn(4).length, 2);
  assert.equal(plain!.mock.callCount(), 1);
  assert.equal(rich!.mock.callCount(), 0);
});
