import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inAscii } from '../../../source/core/text/ascii.ts';
import { widthOf } from '../../../source/core/text/cells.ts';

test('characters are replaced by their ASCII counterpart, or by a question mark', () => {
  assert.equal(inAscii('a · b ± 2 × 3 …\n'), 'a - b ~ 2 x 3 .\n');
  assert.equal(inAscii('the driver’s “log” – é'), 'the driver\'s "log" - ?');
});

test('the width stays, also where a character has two cells', () => {
  const text = 'Intel® Xeon™ 漢字 … ×';
  assert.equal(inAscii(text).length, widthOf(text));
});
