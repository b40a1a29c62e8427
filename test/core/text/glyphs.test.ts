import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bar, barCells, filledCells, overheadFill } from '../../../source/core/text/glyphs.ts';
import { engineMark } from '../../../source/core/plan/engines.ts';

const glyphs = { fill: '#', rest: '.' };

test('a bar is as wide as it is asked to be', () => {
  assert.equal(bar(0, 4, glyphs), '....');
  assert.equal(bar(0.5, 4, glyphs), '##..');
  assert.equal(bar(1, 4, glyphs), '####');
});

test('any share above 0 fills a cell', () => {
  assert.equal(filledCells(0.0001, 30), 1);
  assert.equal(filledCells(0, 30), 0);
});

test('a share outside of 0 to 1 stays inside of the bar', () => {
  assert.equal(bar(7, 4, glyphs), '####');
  assert.equal(bar(-1, 4, glyphs), '....');
});

test('engines differ by letter and fill, also in ASCII', () => {
  assert.deepEqual(engineMark('local', false), { letter: 'L', fill: '█' });
  assert.deepEqual(engineMark('pool', false), { letter: 'P', fill: '▓' });
  assert.deepEqual(engineMark('local', true), { letter: 'L', fill: '#' });
  assert.deepEqual(engineMark('pool', true), { letter: 'P', fill: '=' });
});

test('the overhead of a bar is its faint end, and both end where the bar ends', () => {
  assert.deepEqual(barCells({ share: 1, overhead: 0.6 }, 10), { solid: 4, faint: 6 });
  assert.deepEqual(barCells({ share: 0.5, overhead: 0.1 }, 20), { solid: 8, faint: 2 });
  assert.notEqual(overheadFill(false), overheadFill(true));
});

test('overhead below half a cell is not drawn, wherever the bar ends', () => {
  for (let share = 0.1; share <= 1; share += 0.013) {
    assert.equal(barCells({ share, overhead: 0.4 / 30 }, 30).faint, 0);
  }

  assert.equal(barCells({ share: 0.5, overhead: -0.2 }, 30).faint, 0);
});

test('a bar of overhead alone keeps one solid cell', () => {
  assert.deepEqual(barCells({ share: 0.01, overhead: 0.01 }, 100), { solid: 1, faint: 0 });
  assert.deepEqual(barCells({ share: 1, overhead: 1 }, 10), { solid: 1, faint: 9 });
  assert.deepEqual(barCells({ share: 0, overhead: 0 }, 10), { solid: 0, faint: 0 });
});
