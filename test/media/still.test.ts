import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixed, paletteColour } from '../../media/colours.ts';
import { shapesOf } from '../../media/shapes.ts';
import { stillOf } from '../../media/still.ts';
import { screenAfter } from '../helpers/casts/made-shots.ts';
import { lettersSeen } from '../helpers/casts/seen-film.ts';
import { svgRead } from '../helpers/casts/svg.ts';

/** The shapes of a row with this text. */
async function shapes(text: string): Promise<readonly string[]> {
  const [cells = []] = await screenAfter(text, { columns: 20, rows: 1 });
  return shapesOf([{ cells, column: 0, top: 0 }]);
}

test('words of one look are one text, as wide as its cells', async () => {
  assert.deepEqual(await shapes('a b'), ['<text x="0" y="13.2" textLength="25.2">a b</text>']);
});

test('words far from each other keep their places', async () => {
  assert.deepEqual(await shapes('a  b'), [
    '<text x="0" y="13.2" textLength="8.4">a</text>',
    '<text x="25.2" y="13.2" textLength="8.4">b</text>',
  ]);
});

test('a text has a colour and a weight', async () => {
  assert.deepEqual(await shapes('\u001B[1;38;2;240;228;66mwins'), [
    '<text x="0" y="13.2" textLength="33.6" fill="#f0e442" font-weight="bold">wins</text>',
  ]);
});

test('a bar is one shape, and each fill has its shade', async () => {
  assert.deepEqual(await shapes('\u001B[38;2;255;255;255m███▒'), [
    '<rect x="0" y="2" width="25.2" height="14" fill="#ffffff"/>',
    '<rect x="25.2" y="2" width="8.4" height="14" fill="#959799"/>',
  ]);
});

test('a cell of a level is filled from its bottom', async () => {
  assert.deepEqual(await shapes('▄'), [
    '<rect x="0" y="9" width="8.4" height="7" fill="#d5d9e0"/>',
  ]);
});

test('lines reach into the next cell, so that no seam shows', async () => {
  assert.deepEqual(await shapes('├──'), [
    '<path d="M0 0m4.2 0v18.5m0 -9.5h4.7M8.4 0m0 9h17.3" fill="none" stroke="#d5d9e0"/>',
  ]);
});

test('text with a background is drawn on it', async () => {
  assert.deepEqual(await shapes('\u001B[7mab'), [
    '<rect x="0" y="0" width="16.8" height="18" fill="#d5d9e0"/>',
    '<text x="0" y="13.2" textLength="16.8" fill="#14171c">ab</text>',
  ]);
});

test('a still shows the content of the window', async () => {
  const screen = await screenAfter('R < 1 & "x"\r\n  two', { columns: 20, rows: 3 });
  const still = svgRead(stillOf(screen, 'Two rows.'));
  assert.equal(lettersSeen(still), 'R < 1 & "x"\n  two');
  assert.equal(still.attributes['aria-label'], 'Two rows.');
});

test('the palette has a cube of colours and greys', () => {
  assert.deepEqual([16, 196, 231, 232, 255].map(paletteColour), [
    '#000000',
    '#ff0000',
    '#ffffff',
    '#080808',
    '#eeeeee',
  ]);
});

test('a share of a colour lies between it and what is behind it', () => {
  assert.equal(mixed('#ff0080', '#000000', 0.5), '#800040');
});
