import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCount, parseDecimal, respelled } from '../../../source/core/text/read-number.ts';
import { seeded } from '../../helpers/numbers/random.ts';

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
  ['1.5k', 1500],
  ['1.25M', 1_250_000],
  ['1.500k', 1500],
  ['1,234.5k', 1_234_500],
  ['5e4', 50_000],
  ['2e5', 200_000],
  ['1.5e3', 1500],
  ['1.1e1', 11],
  ['1.0e0', 1],
  ['0e999', 0],
  ['8.001k', 8001],
  ['1e16', Number.POSITIVE_INFINITY],
  ['1e999', Number.POSITIVE_INFINITY],
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
  '50.000',
  '50.0',
  '5.',
  '.5k',
  '5.k',
  '1.2345k',
  '1.55e1',
  '1.5.5k',
  '5e',
  'e5',
  '5e-4',
  '5e+4',
  '5e4.5',
  '5e4k',
  '5ke4',
  '5E4',
  '5e1000',
  '1,000_000',
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

const elsewhere = [
  ['50.000', '50,000'],
  ['1.000.000', '1,000,000'],
  ['50 000', '50,000'],
  ['50\u{202F}000', '50,000'],
  ["50'000", '50,000'],
  ['1,000_000', '1,000,000'],
  ['1.000,000', '1,000,000'],
  ['50K', '50k'],
  ['1.5K', '1.5k'],
  ['5E4', '5e4'],
] as const;

for (const [text, right] of elsewhere) {
  test(`for ${text} people are told to write ${right}, which is a count`, () => {
    assert.equal(respelled(text), right);
    assert.equal(typeof parseCount(right), 'number');
  });
}

test('for what could be anything they are told nothing', () => {
  for (const text of [
    '',
    '1.5',
    '50.00',
    '2m',
    'five',
    '50.0000',
    '1K2',
    'K',
    '50,000',
    '12',
    '1.2345K',
  ]) {
    assert.equal(respelled(text), undefined, text);
  }
});

const decimals = [
  ['4', 4],
  ['0.5', 0.5],
  ['1.25', 1.25],
  ['1,000', 1000],
  ['1k', 1000],
  ['1e3', 1000],
] as const;

for (const [text, value] of decimals) {
  test(`${text} is the decimal ${value}`, () => assert.equal(parseDecimal(text), value));
}

test('zero, a sign, a point without digits and a comma for a point are no decimals', () => {
  for (const text of ['0', '0.0', '-1', '.5', '5.', '0,5', '1.0000000', '', 'x', '0x1']) {
    assert.equal(parseDecimal(text), undefined, text);
  }
});

test('all whole numbers are read back as they are written, with groups, factors and exponents', () => {
  const random = seeded(16);
  for (let turn = 0; turn < 2000; turn++) {
    const value = Math.floor(10 ** (random() * 12));
    const text = String(value);
    const zeros = /0*$/.exec(text)![0].length;
    const ways = [
      text,
      value.toLocaleString('en'),
      value.toLocaleString('en').replaceAll(',', '_'),
      `${text.slice(0, text.length - zeros)}e${zeros}`,
      `${text[0]}.${text.slice(1)}0e${text.length - 1}`,
      `${Math.floor(value / 1000)}.${text.padStart(4, '0').slice(-3)}k`,
    ];
    for (const way of ways) {
      assert.equal(parseCount(way), value, way);
    }
  }
});
