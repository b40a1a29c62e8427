import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellRows, gridVariants } from '../../source/ui/grid.ts';
import { line, textOf, type Line } from '../../source/ui/line.ts';

const name = (index: number): Line => line(`#${index}`);

const grids = (count: number, width: number, narrowest: number): readonly string[] =>
  gridVariants(count, width, narrowest, name).map(({ lines }) => lines.map(textOf).join('\n'));

test('items stand in one, two and four columns, neighbours below each other', () => {
  assert.deepEqual(grids(5, 25, 4), [
    ['#0', '#1', '#2', '#3', '#4'].map((text) => text.padEnd(25)).join('\n'),
    ['#0            #3         ', '#1            #4         ', '#2         '].join('\n'),
    ['#0     #2     #4  ', '#1     #3  '].join('\n'),
  ]);
});

test('columns that would be too narrow are not drawn', () => {
  assert.equal(grids(8, 25, 11).length, 2);
  assert.equal(grids(8, 25, 12).length, 1);
  assert.equal(grids(8, 5, 12).length, 1);
});

test('there are no more columns than items', () => {
  assert.equal(grids(1, 100, 4).length, 1);
  assert.equal(grids(2, 100, 4).length, 2);
  assert.equal(grids(3, 100, 4).length, 2);
  assert.equal(grids(4, 100, 4).length, 3);
});

test('every form of a grid has a rule above it', () => {
  assert.deepEqual(
    gridVariants(8, 100, 4, name).map(({ ruled }) => ruled),
    [true, true, true],
  );
});

test('an item is cut to its column', () => {
  const [, two] = gridVariants(2, 11, 4, () => line('abcdef'));
  assert.deepEqual(two!.lines.map(textOf), ['abcd   abcd']);
});

const cells = (count: number, width: number): readonly string[] =>
  cellRows(
    count,
    width,
    (first, last) => `${first}-${last}`,
    (index) => line(String(index % 10)),
  ).map(textOf);

test('cells stand in groups of eight behind the first and last of their row', () => {
  assert.deepEqual(cells(20, 40), ['0-19   01234567 89012345 6789']);
});

test('cells that do not fit into one row are spread over rows of about one length', () => {
  assert.deepEqual(cells(40, 43), [
    '0-23   01234567 89012345 67890123',
    '24-39  45678901 23456789',
  ]);
  assert.deepEqual(cells(64, 70), [
    '0-31   01234567 89012345 67890123 45678901',
    '32-63  23456789 01234567 89012345 67890123',
  ]);
});

test('a row of cells stays within the width', () => {
  assert.deepEqual(cells(24, 33), ['0-23   01234567 89012345 67890123']);
  assert.deepEqual(cells(24, 32), ['0-15   01234567 89012345', '16-23  67890123']);
});

test('with hardly any width a row still holds a group', () => {
  assert.deepEqual(cells(10, 4), ['0-7  01234567', '8-9  89']);
});

test('no items are no rows', () => {
  assert.deepEqual(cells(0, 40), []);
});
