import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCount } from '../../../source/core/text/read-number.ts';

const read = [
  ['0', 0],
  ['7', 7],
  ['007', 7],
  ['50000', 50_000],
  ['50_000', 50_000],
  ['50,000', 50_000],
  ['1,000,000', 1_000_000],
  ['10_000_000', 10_000_000],
  ['50k', 50_000],
  ['2M', 2_000_000],
  ['1,000k', 1_000_000],
  ['0M', 0],
  [' 50k\n', 50_000],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ['9007199254740992', Number.POSITIVE_INFINITY],
  ['9'.repeat(400), Number.POSITIVE_INFINITY],
  [`${'9'.repeat(14)}k`, Number.POSITIVE_INFINITY],
] as const;

for (const [text, value] of read) {
  test(`${JSON.stringify(text).slice(0, 30)} is ${value}`, () =>
    assert.equal(parseCount(text), value));
}

const refused = [
  '',
  ' ',
  '-5',
  '-0',
  '+5',
  '1.5',
  '1e5',
  '0x10',
  '5,00',
  '50,0000',
  '5000,000',
  ',500',
  '500,',
  '1,,000',
  '_5',
  '5_',
  '1__000',
  '5k5',
  '5kM',
  'k',
  '5 k',
  '5 000',
  '50K',
  '2m',
  '1G',
  '٥',
  '５',
  '²',
  '½',
  '∞',
  'NaN',
  'Infinity',
  'five',
  '5\n5',
  '0b1',
  '5n',
];

for (const text of refused) {
  test(`${JSON.stringify(text).slice(0, 30)} is not a count`, () =>
    assert.equal(parseCount(text), undefined));
}
