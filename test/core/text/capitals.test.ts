import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capitalized, lowered } from '../../../source/core/text/capitals.ts';

test('only the first letter changes', () => {
  assert.equal(capitalized('the CPU quota'), 'The CPU quota');
  assert.equal(lowered('The CPU quota'), 'the CPU quota');
  assert.equal(capitalized('2 workers'), '2 workers');
});

test('an empty text stays empty', () => {
  assert.equal(capitalized(''), '');
  assert.equal(lowered(''), '');
});
