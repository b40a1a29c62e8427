import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsFor, gridRows } from '../../../source/ui/canvas/grid.ts';
import { line, textOf, type Line } from '../../../source/ui/canvas/line.ts';

const name = (index: number): Line => line(`#${index}`);

const grid = (count: number, columns: number, width: number): string =>
  gridRows({ count, columns, width }, name).map(textOf).join('\n');

test('items stand in one, two and four columns, neighbours below each other', () => {
  assert.deepEqual(
    [1, 2, 4].map((columns) => grid(5, columns, 25)),
    [
      ['#0', '#1', '#2', '#3', '#4'].map((text) => text.padEnd(25)).join('\n'),
      ['#0            #3         ', '#1            #4         ', '#2         '].join('\n'),
      ['#0     #2     #4  ', '#1     #3  '].join('\n'),
    ],
  );
});

test('columns that would be too narrow are not drawn', () => {
  assert.deepEqual(columnsFor(8, 25, 4), [1, 2, 4]);
  assert.deepEqual(columnsFor(8, 25, 11), [1, 2]);
  assert.deepEqual(columnsFor(8, 25, 12), [1]);
  assert.deepEqual(columnsFor(8, 5, 12), [1]);
});

test('there are no more columns than items', () => {
  assert.deepEqual(columnsFor(1, 100, 4), [1]);
  assert.deepEqual(columnsFor(3, 100, 4), [1, 2]);
  assert.deepEqual(columnsFor(4, 100, 4), [1, 2, 4]);
});

test('an item is cut to its column', () => {
  const rows = gridRows({ count: 2, columns: 2, width: 11 }, () => line('abcdef'));
  assert.deepEqual(rows.map(textOf), ['abcd   abcd']);
});
