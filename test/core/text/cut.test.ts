import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../../../source/core/text/cut.ts';

test('a text is cut to a width, and one that fits stays as it is', () => {
  assert.equal(cut('a sentence', 4), 'a se');
  assert.equal(cut('a sentence', 10), 'a sentence');
  assert.equal(cut('a sentence', 0), '');
  assert.equal(cut('a sentence', -3), '');
});

for (const number of ['7', '1250', '1,250.5', '40x10', '2/5', '12:30', '10.0.0.7:8265', '3–5']) {
  test(`a text is never cut inside ${number}`, () => {
    const text = `of ${number} tasks`;
    for (let width = 0; width <= text.length; width++) {
      const kept = cut(text, width);
      assert.ok(kept.length <= width);
      assert.ok(!/\d/.test(kept) || kept.startsWith(`of ${number}`), `"${kept}"`);
    }
  });
}
