import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from '../../../source/core/text/fold.ts';
import { widthOf } from '../../../source/core/text/cells.ts';
import { seeded } from '../../helpers/numbers/random.ts';

test('a line that fits stays as it is', () => {
  assert.deepEqual(fold('  one   two', 20, 4), ['  one   two']);
});

test('a line breaks between its parts before it breaks inside one', () => {
  assert.deepEqual(fold('label     part one   part two   three', 24, 10), [
    'label     part one',
    '          part two',
    '          three',
  ]);
});

test('a part that is wider than a row breaks at its blanks, and a word only if it is wider too', () => {
  assert.deepEqual(fold('label a sentence that goes on for long', 20, 4), [
    'label a sentence',
    '    that goes on for',
    '    long',
  ]);
  assert.deepEqual(fold(`see ${'x'.repeat(30)}`, 20, 4), [
    'see',
    `    ${'x'.repeat(16)}`,
    `    ${'x'.repeat(14)}`,
  ]);
});

test('no row is too wide, and no letter is lost', () => {
  const random = seeded(11);
  const letters = ['a', 'bc', '状', ' ', ' ', '  ', '█'];
  for (let turn = 0; turn < 500; turn++) {
    const text = Array.from({ length: 90 }, () => letters[Math.floor(random() * 7)]).join('');
    const width = 20 + Math.floor(random() * 60);
    const rows = fold(text, width, Math.floor(random() * 14));
    assert.ok(
      rows.every((row) => widthOf(row) <= width),
      JSON.stringify([text, width, rows]),
    );
    assert.equal(rows.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
  }
});
