import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { paletteOf } from '../../source/core/text/palette.ts';
import { reportOf } from '../../source/core/report/report-of.ts';
import { outputs } from '../../source/output/outputs.ts';
import { inColours } from '../../source/output/summary-colours.ts';
import { profileStateWith, stateWith } from '../helpers/profiles/profiles.ts';

const dark = paletteOf({ background: 'dark', colours: 'all' });
const none = paletteOf({ background: 'dark', colours: 'none' });
const walls = { local: [10, 11, 12, 10, 11], pool: [5, 6, 5, 6, 5] };
const report = reportOf(stateWith({ profile: profileStateWith({ walls }) }), '1.2.3')!;

const printed = (paper: Parameters<typeof outputs.summary.print>[1]) =>
  [...outputs.summary.print(report, paper)].join('');

test('a summary in colours says the same as one without', () => {
  for (const ascii of [true, false]) {
    const coloured = printed({ ascii, columns: 80, palette: dark });
    assert.notEqual(coloured, printed({ ascii, columns: 80 }));
    assert.equal(stripVTControlCharacters(coloured), printed({ ascii, columns: 80 }));
  }
});

test('without colours there are no escape sequences at all', () => {
  assert.equal(printed({ ascii: false, palette: none }), printed({ ascii: false }));
});

test('bars have the colours of their engines, and the speed-up that of the answer', () => {
  const rows = [
    '  local   2.32 s   ▇▇▇▇▇▇',
    '  pool    1.34 s   ▇▇▇▇    1.73 times as fast',
    'Trust:   a quiet machine',
    'VERDICT  pool is 1.73 times as fast as local (1.65 to 1.95)',
  ];
  assert.deepEqual(inColours(rows.join('\n'), dark).split('\n'), [
    `  local   2.32 s   \x1b[${dark.codes.first}m▇▇▇▇▇▇\x1b[m`,
    `  pool    1.34 s   \x1b[${dark.codes.second}m▇▇▇▇\x1b[m    1.73 times as fast`,
    '\x1b[1mTrust:\x1b[m   a quiet machine',
    `\x1b[1mVERDICT\x1b[m  pool is \x1b[${dark.codes.answer}m1.73 times as fast\x1b[m as local (1.65 to 1.95)`,
  ]);
});
