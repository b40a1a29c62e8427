import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsPerRow, groupsIn, withFigures } from '../../../source/ui/canvas/cells.ts';
import { line, textOf } from '../../../source/ui/canvas/line.ts';

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

test('figures stand in a column of their own, also where there are more of them than rows', () => {
  const texts = withFigures([line('cells')], ['one', 'two']).map(textOf);
  assert.deepEqual(texts, ['cells   one', '        two']);
});
