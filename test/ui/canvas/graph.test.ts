import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graphRows } from '../../../source/ui/canvas/graph.ts';
import { piece, textOf } from '../../../source/ui/canvas/line.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';

const drawn = (
  values: ReadonlyArray<number | undefined>,
  rows = 1,
  { top = 4, ascii = false } = {},
): readonly string[] =>
  graphRows({ values, top, rows, tone: 'load' }, themeOf(ascii)).map((row) => textOf(row));

test('two values share a cell, and each rises in four steps a row', () => {
  assert.deepEqual(drawn([1, 2, 3, 4]), ['⣠⣾']);
  assert.deepEqual(drawn([1, 2, 3, 4], 2), [' ⣼', '⣼⣿']);
});

test('a known value has at least a dot, an unknown one none, and none rises above the top', () => {
  assert.deepEqual(drawn([undefined, 0, 0, undefined]), ['⢀⡀']);
  assert.deepEqual(drawn([7, 7], 2), ['⣿', '⣿']);
  assert.deepEqual(drawn([1, 1], 1, { top: 0 }), ['⣀']);
});

test('in ASCII a cell holds one value', () => {
  assert.deepEqual(drawn([undefined, 1, 2, 3, 4], 1, { ascii: true }), [' .:|#']);
  assert.deepEqual(drawn([1, 2, 4], 2, { ascii: true }), ['  #', ':##']);
});

test('a graph is a single piece a row', () => {
  assert.deepEqual(graphRows({ values: [4, 4], top: 4, rows: 1, tone: 'load' }, themeOf(false)), [
    [piece('⣿', 'load')],
  ]);
});
