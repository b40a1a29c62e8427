import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inAscii } from '../../../source/core/text/ascii.ts';

test('characters are replaced by their ASCII counterpart, or by a question mark', () => {
  assert.equal(inAscii('a · b ± 2 × 3 …\n'), 'a - b ~ 2 x 3 .\n');
  assert.equal(inAscii('the driver’s “log” – é'), 'the driver\'s "log" - ?');
});

test('no character is added and none is lost', () => {
  const text = 'Intel® Xeon™ 漢字 … ×';
  assert.equal(inAscii(text).length, text.length);
});
