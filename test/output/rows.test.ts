import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded, piece, type Row } from '../../source/output/rows.ts';

const row: Row = [
  piece('  pool   ', 'strong'),
  piece('▇▇▇▇▇▇▇▇▇▇', 'second'),
  piece('   '),
  piece('1.73 times as fast', 'answer'),
];

test('what goes on in the next rows keeps its tone', () => {
  assert.deepEqual(folded(row, 24), [
    [piece('  '), piece('pool   ', 'strong'), piece('▇▇▇▇▇▇▇▇▇▇', 'second')],
    [piece(' '.repeat(9)), piece('1.73 times as', 'answer')],
    [piece(' '.repeat(9)), piece('fast', 'answer')],
  ]);
});

test('characters that are not printed shift no tone', () => {
  const foreign: Row = [
    piece('a\u001B[2J\u0301\u202E状 '.repeat(4), 'quiet'),
    piece('   '),
    piece('end', 'answer'),
  ];
  assert.deepEqual(folded(foreign, 20).at(-1)?.at(-1), piece('end', 'answer'));
});
