import assert from 'node:assert/strict';
import { test } from 'node:test';
import { piece, textOf } from '../../../source/ui/canvas/line.ts';
import { level, meter, percentCell, progressMeter } from '../../../source/ui/canvas/meter.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';

const theme = themeOf(false);
const fill = { glyph: '▓', tone: 'second' } as const;
const drawn = (share: number, width = 8) => textOf(meter(share, { ...fill, width }, theme));

test('a bar is filled by its share and has its width at every share', () => {
  assert.equal(drawn(0), '········');
  assert.equal(drawn(0.25), '▓▓······');
  assert.equal(drawn(0.5), '▓▓▓▓····');
  assert.equal(drawn(1), '▓▓▓▓▓▓▓▓');
});

test('what is there at all fills a cell', () => {
  assert.equal(drawn(0.001), '▓·······');
});

test('a bar never leaves its width', () => {
  assert.equal(drawn(7), '▓▓▓▓▓▓▓▓');
  assert.equal(drawn(-1), '········');
  assert.equal(drawn(0.5, 0), '');
  assert.equal(drawn(0.5, -3), '');
});

test('a bar has the look of its engine, and what is not filled is faint', () => {
  assert.deepEqual(meter(0.5, { ...fill, width: 2 }, theme), [
    piece('▓', 'second'),
    piece('·', 'faint'),
  ]);
});

test('a bar of one cell rises in eight steps above nothing', () => {
  const shares = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1];
  assert.equal(shares.map((share) => level(share, 'load', theme).text).join(''), '·▁▂▃▄▅▆▇█');
});

test('a bar of one cell shows what is there at all, and no more than all', () => {
  assert.deepEqual(level(0.001, 'load', theme), piece('▁', 'load'));
  assert.deepEqual(level(1.2, 'load', theme), piece('█', 'load'));
  assert.deepEqual(level(0, 'load', theme), piece('·', 'faint'));
});

test('in ASCII a bar of one cell is a digit', () => {
  const shares = [0, 0.001, 0.5, 1];
  assert.equal(shares.map((share) => level(share, 'load', themeOf(true)).text).join(''), '.148');
});

test('percentages are as wide as their largest', () => {
  assert.deepEqual([0, 0.07, 0.5, 1].map(percentCell), ['  0 %', '  7 %', ' 50 %', '100 %']);
});

test('how far something is has a line of its own, and a faint one for what is left', () => {
  const tone = 'second';
  assert.deepEqual(progressMeter(0.5, { tone, width: 4 }, theme), [
    piece('━━', 'second'),
    piece('──', 'faint'),
  ]);
  assert.equal(textOf(progressMeter(0.5, { tone, width: 4 }, themeOf(true))), '==--');
  assert.equal(textOf(progressMeter(0.5, { tone, width: -1 }, theme)), '');
});
