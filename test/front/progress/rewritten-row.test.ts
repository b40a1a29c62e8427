import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRewrittenRow } from '../../../source/front/progress/rewritten-row.ts';

/** What is written while a row shows these texts and is cleared. */
function written(...texts: readonly string[]): string {
  let all = '';
  const write = (text: string) => {
    all += text;
    return true;
  };
  const row = openRewrittenRow({ write, columns: 20 });
  texts.forEach((text) => row.show(text));
  row.clear();
  return all;
}

test('a row is written over, and blanks cover what was longer', () => {
  assert.equal(written('round 1', 'over'), '\rround 1\rover   \r    \r');
});

test('the next line begins at the left, whatever the row showed last', () => {
  assert.equal(written('round 1', ''), '\rround 1\r       \r');
  assert.equal(written(''), '');
});
