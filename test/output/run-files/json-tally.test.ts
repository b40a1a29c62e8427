import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTally } from '../../../source/output/run-files/json-tally.ts';

const limits = { depth: 3, holders: 4, texts: 5, commas: 6 };

/** Whether the text exceeds a limit; given whole, and byte by byte. */
function exceeds(text: string): boolean {
  const bytes = Buffer.from(text);
  const whole = openTally(limits).exceeds(bytes);
  const tally = openTally(limits);
  const parts = [...bytes].map((byte) => tally.exceeds(Uint8Array.of(byte)));
  assert.equal(parts.includes(true), whole, text);
  return whole;
}

for (const [within, beyond, what] of [
  ['[[[]]]', '[[[[]]]]', 'depth'],
  ['[[],[],[]]', '[[],[],[],[]]', 'lists'],
  ['[{},{},{}]', '[{},{},{},{}]', 'records'],
  ['["a","b","c","d","e"]', '["a","b","c","d","e","f"]', 'texts'],
  ['[1,2,3,4,5,6,7]', '[1,2,3,4,5,6,7,8]', 'values'],
  [String.raw`["[[[[,,,,,,,,\"[{{{{\\", 1]`, String.raw`["\\", [[["]]]"]]]]`, 'what is no text'],
] as const) {
  test(`a text is too large by its ${what}`, () => {
    assert.equal(exceeds(within), false);
    assert.equal(exceeds(beyond), true);
  });
}
