import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line, piece } from '../../../source/ui/canvas/line.ts';
import { changesOf } from '../../../source/ui/canvas/row-changes.ts';

test('a row that is the same is not written', () => {
  assert.deepEqual(changesOf(line('abc', piece('d', 'load')), line('abc', piece('d', 'load'))), []);
});

test('only the cells that differ are written', () => {
  assert.deepEqual(changesOf(line('load  12 %  of all'), line('load  13 %  of all')), [
    { column: 7, parts: [piece('3')] },
  ]);
});

test('a cell in another tone differs', () => {
  assert.deepEqual(changesOf(line('ab', 'c'), line('a', piece('b', 'key'), 'c')), [
    { column: 1, parts: [piece('b', 'key')] },
  ]);
});

test('stretches a few cells apart are one, and those far apart are two', () => {
  assert.deepEqual(changesOf(line('1 near 1'), line('2 near 2')), [
    { column: 0, parts: [piece('2 near 2')] },
  ]);
  assert.deepEqual(changesOf(line('1 far from here 1'), line('2 far from here 2')), [
    { column: 0, parts: [piece('2')] },
    { column: 16, parts: [piece('2')] },
  ]);
});

test('what a shorter row leaves behind is blanked', () => {
  assert.deepEqual(changesOf(line('too long'), line('too')), [
    { column: 4, parts: [piece('    ')] },
  ]);
});

test('behind a character of two cells, columns are counted as a terminal does', () => {
  assert.deepEqual(changesOf(line('漢字 1'), line('漢字 2')), [{ column: 5, parts: [piece('2')] }]);
  assert.deepEqual(changesOf(line('漢字'), line('漢ab')), [{ column: 2, parts: [piece('ab')] }]);
});
