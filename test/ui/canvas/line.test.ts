import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  firstFitting,
  fitted,
  flowed,
  inAscii,
  justified,
  lengthOf,
  line,
  piece,
  spaced,
  spinner,
  textOf,
  titleOf,
} from '../../../source/ui/canvas/line.ts';

test('a line that is too short is filled with blanks', () => {
  assert.deepEqual(fitted(line('abc'), 5), [piece('abc  ')]);
});

test('a line that is too long is cut', () => {
  assert.deepEqual(fitted(line('abc', piece('def', 'faint')), 4), [
    piece('abc'),
    piece('d', 'faint'),
  ]);
});

test('what lies behind the cut is gone', () => {
  assert.deepEqual(fitted(line('abc', piece('def', 'faint')), 3), [piece('abc')]);
  assert.deepEqual(fitted(line('abc'), 0), []);
});

test('neighbours of one look become one piece, and those of two looks do not', () => {
  const parts = line('a', 'b', piece('c', 'faint'), piece('d', 'faint'), 'e');
  assert.deepEqual(fitted(parts, 5), [piece('ab'), piece('cd', 'faint'), piece('e')]);
});

test('a spinner stays on its own', () => {
  const turning = { ...spinner, tone: 'plain' } as const;
  assert.deepEqual(fitted(line('a', turning, 'b'), 4), [piece('a'), turning, piece('b ')]);
});

test('an empty line is filled as well', () => {
  assert.deepEqual(fitted([], 3), [piece('   ')]);
});

test('the length of a line is that of its texts', () => {
  assert.equal(lengthOf(line('abc', piece('de', 'faint'), spinner)), 6);
  assert.equal(lengthOf([]), 0);
});

test('left and right stand at the two ends', () => {
  assert.equal(textOf(justified(line('left'), line('right'), 12)), 'left   right');
});

test('the right part gives way where not even one blank is left between them', () => {
  assert.equal(textOf(justified(line('left'), line('right'), 10)), 'left right');
  assert.equal(textOf(justified(line('left'), line('right'), 9)), 'left');
});

const parts = [line('one'), line('three'), line('two')];

test('parts stand beside each other with three blanks between them', () => {
  assert.equal(textOf(spaced(parts, 17)), 'one   three   two');
});

test('a part that does not fit is left out, and a shorter one behind it may stand', () => {
  assert.equal(textOf(spaced(parts, 16)), 'one   three');
  assert.equal(textOf(spaced(parts, 10)), 'one   two');
});

test('the first part is there in any case, cut', () => {
  assert.equal(textOf(spaced([line('machine'), line('cpu')], 5)), 'machi');
  assert.equal(textOf(spaced([], 5)), '');
});

test('parts that flow are all there, in as many rows as they need', () => {
  const rowsAt = (width: number) => flowed(parts, width).map(textOf);
  assert.deepEqual(rowsAt(17), ['one   three   two']);
  assert.deepEqual(rowsAt(16), ['one   three', 'two']);
  assert.deepEqual(rowsAt(10), ['one', 'three', 'two']);
});

test('of several rows the first that fits is taken, and of the last one as much as fits', () => {
  const rows = [parts, [line('1'), line('3'), line('2')]];
  assert.equal(textOf(firstFitting(rows, 17)), 'one   three   two');
  assert.equal(textOf(firstFitting(rows, 16)), '1   3   2');
  assert.equal(textOf(firstFitting(rows, 8)), '1   3');
  assert.equal(textOf(firstFitting([], 8)), '');
});

test('ASCII has a counterpart for what the screens write, and a question mark for the rest', () => {
  const shown = inAscii(line('a · b ±2', piece('é × 2', 'warning')));
  assert.deepEqual(shown, [piece('a - b ~2'), piece('? x 2', 'warning')]);
});

test('ASCII takes as many cells as what it stands for', () => {
  const before = line('Intel® Xeon™ · ±');
  assert.equal(lengthOf(inAscii(before)), lengthOf(before));
});

test('the title of a rule has a part at its right end if both fit', () => {
  const title = (right: string) =>
    textOf(titleOf(line('LEFT'), line(right), { width: 24, horizontal: '-' }));
  assert.equal(title('right'), 'LEFT ---------- right');
  assert.equal(title('fourteen cells'), 'LEFT - fourteen cells');
  assert.equal(title('more than there are'), 'LEFT');
  assert.equal(title(''), 'LEFT');
});
