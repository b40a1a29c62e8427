import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unbroken, wrap } from '../../../source/core/text/wrap.ts';
import { seeded } from '../../helpers/numbers/random.ts';

test('text breaks at spaces', () => {
  assert.deepEqual(wrap('a task takes long', 8), ['a task', 'takes', 'long']);
  assert.deepEqual(wrap('', 8), ['']);
});

test('words that are longer than a row break at its end', () => {
  assert.deepEqual(wrap('see abcdefghijk now', 5), ['see', 'abcde', 'fghij', 'k now']);
});

const quantities = [
  ['lost 21.1 % of it', ['lost', '21.1 %', 'of it']],
  ['took 1.33 s of it', ['took', '1.33 s', 'of it']],
  ['took 112 MB, 8 B', ['took', '112 MB,', '8 B']],
  ['a clock of 3.7 GHz', ['a clock', 'of', '3.7 GHz']],
  ['wait 2 h 5 min', ['wait', '2 h 5 min']],
  ['for 2 sizes, 5 hogs', ['for 2', 'sizes, 5', 'hogs']],
] as const;

for (const [text, rows] of quantities) {
  test(`"${text}": a number stays with its unit, and only with that`, () => {
    assert.deepEqual(wrap(text, rows.some((row) => row.length > 8) ? 9 : 8), rows);
  });
}

test('text with unbroken spaces stays together if it fits into a row', () => {
  const text = `all of ${unbroken}x${unbroken}y z`;
  assert.deepEqual(wrap(text, 7), ['all of', ' x y z']);
  assert.deepEqual(wrap(`one two${unbroken}three`, 6), ['one', 'two', 'three']);
});

test('no row is too wide, and no letter is lost', () => {
  const random = seeded(7);
  const letters = ['a', '7', ' ', ' ', '%', 's', 'min', unbroken];
  for (let turn = 0; turn < 500; turn++) {
    const text = Array.from({ length: 60 }, () => letters[Math.floor(random() * letters.length)]);
    const width = 1 + Math.floor(random() * 12);
    const rows = wrap(text.join(''), width);
    assert.ok(
      rows.every(({ length }) => length <= width),
      JSON.stringify([text.join(''), width]),
    );
    assert.equal(rows.join('').replaceAll(/\s/g, ''), text.join('').replaceAll(/\s/g, ''));
  }
});
