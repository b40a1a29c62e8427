import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyHints, type KeyHint } from '../../../source/ui/canvas/key-hints.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';

const hints: readonly KeyHint[] = [
  { keys: 'enter', does: ['run again', 'again'] },
  { keys: 'g', does: ['timeline'], rank: 2 },
  { keys: 'h', does: ['history'], rank: 1 },
  { keys: '?', does: ['help'] },
  { keys: 'q', does: ['quit'] },
];

const row = (width: number): string => textOf(keyHints(hints, width));

test('a row of keys is whole, then in shorter words, then without what matters least', () => {
  assert.equal(row(60), 'enter run again  g timeline  h history  ? help  q quit');
  assert.equal(row(53), 'enter again  g timeline  h history  ? help  q quit');
  assert.equal(row(49), 'enter again  h history  q quit  … ? all keys');
  assert.equal(row(40), 'enter again  q quit  … ? all keys');
  assert.equal(row(12), '… ? all keys');
});

test('every key is marked as one', () => {
  const keys = keyHints(hints, 60).filter(({ tone }) => tone === 'key');
  assert.deepEqual(
    keys.map(({ text }) => text),
    ['enter', 'g', 'h', '?', 'q'],
  );
});
