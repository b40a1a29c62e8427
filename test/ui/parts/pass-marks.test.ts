import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeCells } from '../../../source/core/profile/load-history.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { passMarks } from '../../../source/ui/parts/pass-marks.ts';
import { inPool, withPassTimes } from '../../helpers/screens/pool-runs.ts';

/** From 1 s on: local 1.8 s, pool 0.93 s, pool 0.94 s, local 1.79 s; the third round's pool runs since 7 s. */
const profile = withPassTimes(inPool()).profile!;

const marks = (end: number, last: number, { width = 40, ascii = false } = {}) => {
  const { row, legend } = passMarks(profile, timeCells(end, last, width), themeOf(ascii));
  return [textOf(row), legend];
};

test('a pass stands where it ran, and one that still runs has no end', () => {
  assert.deepEqual(marks(8000, 8000), ['     └ local ┘└ p ┘└p ┘└ local ┘   └pool', 'p: pool']);
});

test('a name with no room is its first letter, or not there', () => {
  assert.deepEqual(marks(8000, 8000, { width: 20 }), ['   └l ┘└┘└p┘└l ┘  └p', 'l: local  p: pool']);
  assert.deepEqual(marks(8000, 8000, { width: 12 }), ['  └┘└┘┴└l┘ └', 'l: local']);
  assert.deepEqual(marks(8000, 60_000, { width: 60 }), [
    '                                                     └┘┴┴┴ └',
    '',
  ]);
  assert.deepEqual(marks(8000, 60_000, { width: 20 }), ['                 ┴┴└', '']);
});

test('a pass that began before the graph has no beginning', () => {
  assert.deepEqual(marks(8000, 6000), [' l  ┘└pool┘└pool┘└  local   ┘    └ pool ', 'l: local']);
  assert.deepEqual(marks(8000, 500), ['                  pool                  ', '']);
});

test('what is after the latest sample is not there yet', () => {
  assert.deepEqual(marks(6900, 4000), [' pool  ┘└  pool  ┘└     local      ┘', '']);
});

test('in ASCII', () => {
  assert.deepEqual(marks(8000, 8000, { ascii: true }), [
    '     \\ local /\\ p /\\p /\\ local /   \\pool',
    'p: pool',
  ]);
});
