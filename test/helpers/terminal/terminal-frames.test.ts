import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frames } from './terminal-frames.ts';

const [begin, end] = ['\u001B[?2026h', '\u001B[?2026l'];
const written = `first\r\nplain ${begin}on\r\ne${end}${begin}two${end}\u001B[?25h${begin}three${end}rest`;

/** The output for a text that arrives in pieces of this size. */
function cut(size: number) {
  const framed = frames();
  const pieces = Array.from({ length: Math.ceil(written.length / size) }, (_, index) =>
    written.slice(index * size, (index + 1) * size),
  );
  return pieces.flatMap(framed);
}

test('frames and lines that arrive at once are told apart', () => {
  assert.deepEqual(cut(written.length), [
    'first\r\n',
    `plain ${begin}on\r\ne${end}`,
    `${begin}two${end}`,
    `\u001B[?25h${begin}three${end}`,
    'rest',
  ]);
});

test('wherever a frame is cut, nothing is kept back, and what is given on ends where it ends', () => {
  const ends = [...written.matchAll(/\[\?2026l|first\r\n/g)].map(
    ({ index, 0: found }) => index + found.length,
  );
  for (let size = 1; size < written.length; size++) {
    const parts = cut(size);
    assert.equal(parts.join(''), written);
    const reached = new Set(parts.map((_, index) => parts.slice(0, index + 1).join('').length));
    assert.ok(
      ends.every((at) => reached.has(at)),
      `in pieces of ${size}`,
    );
  }
});
