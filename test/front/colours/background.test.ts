import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backgroundIn, guessedBackground } from '../../../source/front/colours/background.ts';

const answers: readonly (readonly [answer: string, background: 'dark' | 'light' | undefined])[] = [
  ['11;rgb:0000/0000/0000', 'dark'],
  ['11;rgb:1e1e/1e1e/1e1e', 'dark'],
  ['11;rgb:0000/2b2b/3636', 'dark'],
  ['11;rgb:ffff/ffff/ffff', 'light'],
  ['11;rgb:fdfd/f6f6/e3e3', 'light'],
  ['11;rgb:f/f/f', 'light'],
  ['11;rgb:ff/ff/ff', 'light'],
  ['11;rgb:00/00/ff', 'dark'],
  ['11;rgba:ffff/ffff/ffff/8000', 'light'],
  ['11;#ffffff', 'light'],
  ['11;#002b36', 'dark'],
  ['10;rgb:ffff/ffff/ffff', undefined],
  ['4;1;rgb:ffff/ffff/ffff', undefined],
  ['11;?', undefined],
  ['11;rgb:/ffff/ffff', undefined],
  ['', undefined],
];

for (const [answer, background] of answers) {
  test(`${answer || 'nothing'} is ${background ?? 'no background'}`, () => {
    assert.equal(backgroundIn(answer), background);
  });
}

test('COLORFGBG names the background last', () => {
  assert.equal(guessedBackground({ COLORFGBG: '15;0' }), 'dark');
  assert.equal(guessedBackground({ COLORFGBG: '0;15' }), 'light');
  assert.equal(guessedBackground({ COLORFGBG: '0;default;15' }), 'light');
  assert.equal(guessedBackground({ COLORFGBG: '0;7' }), 'light');
  assert.equal(guessedBackground({ COLORFGBG: '7;8' }), 'dark');
});

test('what is not known is dark', () => {
  assert.equal(guessedBackground({}), 'dark');
  assert.equal(guessedBackground({ COLORFGBG: 'default;default' }), 'dark');
});
