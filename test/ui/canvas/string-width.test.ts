import assert from 'node:assert/strict';
import { test } from 'node:test';
import real from 'string-width';
import { engineMark } from '../../../source/core/plan/engines.ts';
import { engineNames } from '../../../source/core/plan/settings.ts';
import stringWidth from '../../../source/ui/canvas/string-width.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';

/** Every glyph of the themes, letters and digits included, and the other characters on the screens. */
const glyphs = [false, true].flatMap((ascii) => [
  ...new Set(JSON.stringify([themeOf(ascii), engineNames.map((name) => engineMark(name, ascii))])),
  ...Array.from('·±…≤²─│█▓▒░⠋⠙⠹'),
]);

test('a glyph of the screens is as wide as the real package says: one cell', () => {
  for (const glyph of glyphs) {
    assert.equal(real(glyph), 1, glyph);
    assert.equal(stringWidth(glyph), 1, glyph);
  }
});

test('colours take no cell', () => {
  assert.equal(stringWidth('\u001B[1m\u001B[38;2;86;180;233m████\u001B[39m\u001B[22m 12'), 7);
});
