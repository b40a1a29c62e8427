import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLatestCache } from '../../source/core/latest-cache.ts';

/** A cache of how often values were made. */
function counted() {
  const cached = createLatestCache<object, number>();
  let made = 0;
  return (key: object, inputs: readonly unknown[]) => cached(key, inputs, () => ++made);
}

test('a value is made once for the same object with the same inputs', () => {
  const made = counted();
  const key = {};
  assert.deepEqual([made(key, [1, 'a']), made(key, [1, 'a']), made(key, [2, 'a'])], [1, 1, 2]);
  assert.equal(made({}, [2, 'a']), 3);
});

test('fewer inputs, or more, are other ones', () => {
  const made = counted();
  const key = {};
  assert.deepEqual([made(key, [1, 2]), made(key, [1]), made(key, [1, undefined])], [1, 2, 3]);
});
