import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copied, openAppend } from '../../source/core/append.ts';

test('a list that was given stays as it is, and one that was made grows without a copy', () => {
  const given = [1];
  const append = openAppend();
  const made = append(given, 2);
  const grown = append(made, 3);
  assert.deepEqual(given, [1]);
  assert.equal(made, grown);
  assert.deepEqual(grown, [1, 2, 3]);
});

test('a list that another one has made is copied', () => {
  const made = openAppend()([1], 2);
  assert.deepEqual(openAppend()(made, 3), [1, 2, 3]);
  assert.deepEqual(made, [1, 2]);
});

test('copied lists never change', () => {
  const made = copied([1], 2);
  copied(made, 3);
  assert.deepEqual(made, [1, 2]);
});
