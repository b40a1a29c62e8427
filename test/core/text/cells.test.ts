import assert from 'node:assert/strict';
import { test } from 'node:test';
import stringWidth from 'string-width';
import { column, cutTo, widthOf } from '../../../source/core/text/cells.ts';
import { printable } from '../../../source/core/text/printable.ts';
import { seeded } from '../../helpers/numbers/random.ts';

test('a character of Chinese, Japanese or Korean takes two cells, others one', () => {
  assert.equal(widthOf('状態'), 4);
  assert.equal(widthOf('한국어'), 6);
  assert.equal(widthOf('größer ⠋│█'), 10);
  assert.equal(widthOf('\u001B[2J\u200B'), 4);
});

test('a cut leaves no half of a character', () => {
  assert.equal(cutTo('状態', 3), '状');
  assert.equal(cutTo('a状', 2), 'a');
  assert.equal(cutTo('👍👍', 3), '👍');
  assert.equal(cutTo('abc', 2), 'ab');
  assert.equal(cutTo('abc', -1), '');
});

test('a column is as wide as it shall be, whatever stands in it', () => {
  assert.equal(column('状態', 6), '状態  ');
  assert.equal(column('状態', 3), '状 ');
  assert.equal(column('abcd', 3), 'abc');
});

test('the width of whatever is printed is that of the package string-width', () => {
  const random = seeded(3);
  for (let turn = 0; turn < 2000; turn++) {
    const points = Array.from({ length: 12 }, () =>
      Math.floor(random() * (random() < 0.8 ? 0x3000 : 0x11_0000)),
    );
    const text = printable(String.fromCodePoint(...points));
    const kept = cutTo(text, 8);
    assert.ok(widthOf(kept) <= 8 && text.startsWith(kept));
    // Together some characters take fewer cells, as emoji do: never more.
    for (const character of text) {
      assert.equal(widthOf(character), stringWidth(character) || 1, JSON.stringify(character));
    }
  }
});
