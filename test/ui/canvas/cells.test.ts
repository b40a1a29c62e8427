import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellRows, cellsPerRow, groupsIn, withFigures } from '../../../source/ui/canvas/cells.ts';
import { line, piece, textOf } from '../../../source/ui/canvas/line.ts';

const label = (first: number, last: number) => `${first}-${last}`;

const rows = (end: number, perRow: number, first = 0): readonly string[] =>
  cellRows({
    first,
    end,
    perRow,
    label,
    draw: (index) => piece(String(index % 10)),
  }).map(textOf);

test('as many whole groups of eight as fit, with a blank between them', () => {
  assert.deepEqual([16, 17, 25, 26].map(groupsIn), [1, 2, 2, 3]);
});

test('with hardly any width a row still holds a group', () => {
  assert.equal(groupsIn(-3), 1);
});

test('as few rows as fit, all about equally long', () => {
  assert.equal(cellsPerRow(20, 4), 24);
  assert.equal(cellsPerRow(40, 4), 24);
  assert.equal(cellsPerRow(64, 7), 32);
  assert.equal(cellsPerRow(0, 7), 8);
});

test('cells stand behind the first and last of their row, and all rows are as wide', () => {
  assert.deepEqual(rows(20, 24), ['0-19  01234567 89012345 6789    ']);
  assert.deepEqual(rows(40, 24), [
    '0-23   01234567 89012345 67890123',
    '24-39  45678901 23456789         ',
  ]);
});

test('some of the cells are drawn as they stand among all', () => {
  assert.deepEqual(rows(29, 8, 16), ['16-23  67890123', '24-28  45678   ']);
});

test('no items are no rows', () => {
  assert.deepEqual(rows(0, 8), []);
});

test('cells of one look become one piece, the gaps between them too', () => {
  const draw = (index: number) => piece('#', index < 30 ? 'second' : 'warning');
  const [row] = cellRows({ first: 0, end: 32, perRow: 32, label, draw });
  assert.deepEqual(
    row?.map(({ text }) => text),
    ['0-31  ', '######## ######## ######## ######', '##'],
  );
});

test('figures stand in a column of their own, also where there are more of them than rows', () => {
  const texts = withFigures([line('cells')], ['one', 'two']).map(textOf);
  assert.deepEqual(texts, ['cells   one', '        two']);
});
