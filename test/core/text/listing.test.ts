import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allOf, anyOf } from '../../../source/core/text/listing.ts';

test('the last two parts have a word between them, the others commas', () => {
  assert.equal(anyOf(['list', 'pair', 'bigint']), 'list, pair or bigint');
  assert.equal(allOf(['local', 'pool', 'ray']), 'local, pool and ray');
  assert.equal(allOf(['local', 'pool']), 'local and pool');
});

test('a single part stands alone, and none is nothing', () => {
  assert.equal(anyOf(['list']), 'list');
  assert.equal(allOf([]), '');
});
