import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bar, engineMark, filledCells } from '../../source/core/glyphs.ts';

test('a bar is as wide as it is asked to be', () => {
  assert.equal(bar(0, 4, '#', '.'), '....');
  assert.equal(bar(0.5, 4, '#', '.'), '##..');
  assert.equal(bar(1, 4, '#', '.'), '####');
});

test('what is there at all fills a cell', () => {
  assert.equal(filledCells(0.0001, 30), 1);
  assert.equal(filledCells(0, 30), 0);
});

test('a share outside of 0 to 1 stays inside of the bar', () => {
  assert.equal(bar(7, 4, '#', '.'), '####');
  assert.equal(bar(-1, 4, '#', '.'), '....');
});

test('engines differ by letter and fill, also in ASCII', () => {
  assert.deepEqual(engineMark('local', false), { letter: 'L', fill: '█' });
  assert.deepEqual(engineMark('pool', false), { letter: 'P', fill: '▓' });
  assert.deepEqual(engineMark('local', true), { letter: 'L', fill: '#' });
  assert.deepEqual(engineMark('pool', true), { letter: 'P', fill: '=' });
});
