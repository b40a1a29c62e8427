import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bytes,
  elapsed,
  count,
  duration,
  durationsAlike,
  durationRange,
  factor,
  factorRange,
  fraction,
  moment,
  momentRange,
  percent,
  plusMinus,
  shortDecimal,
  signedPercent,
} from '../../../source/core/text/format.ts';

/** One test per value. */
function shows<Value>(
  name: string,
  format: (value: Value) => string,
  table: readonly (readonly [Value, string])[],
): void {
  for (const [value, text] of table) {
    test(`${name} ${String(value)} reads "${text}"`, () => assert.equal(format(value), text));
  }
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

shows('a duration of', duration, [
  [0, '0.00 ms'],
  [0.004, '0.00 ms'],
  [0.52, '0.52 ms'],
  [9.994, '9.99 ms'],
  [9.996, '10.0 ms'],
  [99.94, '99.9 ms'],
  [99.96, '100 ms'],
  [592.4, '592 ms'],
  [999.4, '999 ms'],
  [999.5, '1.00 s'],
  [1000, '1.00 s'],
  [1420, '1.42 s'],
  [9994, '9.99 s'],
  [9996, '10.0 s'],
  [59.99 * second, '60.0 s'],
  [60 * second, '60.0 s'],
  [99.94 * second, '99.9 s'],
  [99.96 * second, '1 min 40 s'],
  [119.4 * second, '1 min 59 s'],
  [119.5 * second, '2 min 0 s'],
  [125 * second, '2 min 5 s'],
  [hour - 501, '59 min 59 s'],
  [hour - 500, '1 h 0 min'],
  [3600 * second, '1 h 0 min'],
  [3 * hour + 20 * minute, '3 h 20 min'],
  [hour + 59 * minute + 29 * second, '1 h 59 min'],
  [hour + 59 * minute + 30 * second, '2 h 0 min'],
  [2 * hour - second, '2 h 0 min'],
  [100 * hour, '100 h 0 min'],
]);

shows('a clock at', elapsed, [
  [0, '0.0 s'],
  [-0.2, '0.0 s'],
  [-5000, '0.0 s'],
  [49, '0.0 s'],
  [7249, '7.2 s'],
  [99_949, '99.9 s'],
  [99_950, '1 min 40 s'],
  [125_000, '2 min 5 s'],
]);

shows('a size of', bytes, [
  [0, '0 B'],
  [1, '1 B'],
  [999, '999 B'],
  [1000, '1.00 kB'],
  [9994, '9.99 kB'],
  [9996, '10.0 kB'],
  [99_960, '100 kB'],
  [999_400, '999 kB'],
  [999_499, '999 kB'],
  [999_500, '1.00 MB'],
  [999_999, '1.00 MB'],
  [1e6, '1.00 MB'],
  [108e6, '108 MB'],
  [999_999_999, '1.00 GB'],
  [1e9, '1.00 GB'],
  [22.4e9, '22.4 GB'],
  [999.6e9, '1.00 TB'],
  [1e12, '1.00 TB'],
  [1e15, '1000 TB'],
]);

shows('a deviation of', signedPercent, [
  [0.012, '+1.2 %'],
  [-0.0064, '-0.6 %'],
  [0.0004, '+0.04 %'],
  [-0.25, '-25.0 %'],
]);

shows('a count of', count, [
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [50_000, '50,000'],
  [10_000_000, '10,000,000'],
]);

shows('a share of', percent, [
  [0, '0 %'],
  [-0.001, '0 %'],
  [0.004, '0 %'],
  [0.064, '6 %'],
  [0.995, '100 %'],
  [1, '100 %'],
  [3.728, '373 %'],
  [170.68, '17,068 %'],
]);

shows('a factor of', factor, [
  [0, '0.00x'],
  [0.0123, '0.012x'],
  [0.09, '0.090x'],
  [0.1, '0.10x'],
  [1, '1.00x'],
  [3.7213, '3.72x'],
  [9.994, '9.99x'],
  [12.345, '12.3x'],
  [99.94, '99.9x'],
  [99.99, '100x'],
  [99.996, '100x'],
  [100, '100x'],
  [1234.5, '1235x'],
]);

shows('a serial fraction of', fraction, [
  [0, '0.000'],
  [0.0566, '0.057'],
  [-0.0001, '0.000'],
  [-0.0566, '-0.057'],
  [1, '1.000'],
]);

shows('plus and minus', plusMinus, [
  [0, '±0.0 %'],
  [0.031, '±3.1 %'],
  [0.0994, '±9.9 %'],
  [0.0996, '±10 %'],
]);

shows('a short decimal', shortDecimal, [
  [2, '2'],
  [1.5, '1.5'],
  [1.25, '1.25'],
  [7.996, '8'],
]);

test('the bounds of a factor are written like the factor', () => {
  assert.equal(factorRange(3.684, 3.771), '3.68 to 3.77');
  assert.equal(factorRange(0.05, 120), '0.050 to 120');
});

test('no text says NaN or minus zero', () => {
  const values = [0, 1e-9, 1e-3, 0.5, 1, 60, 999.9999, 1e3, 1e5, 3.6e6, 7.2e6 - 1, 1e12];
  const texts = values.flatMap((value) =>
    [duration, elapsed, bytes, count, percent, factor, fraction].map((format) => format(value)),
  );
  assert.deepEqual(
    texts.filter((text) => /NaN|Infinity|undefined|-0/.test(text)),
    [],
  );
});

test('a range names its unit once if both ends have the same', () => {
  assert.equal(durationRange(0.312, 0.424), '0.31 to 0.42 ms');
  assert.equal(durationRange(900, 1400), '900 ms to 1.40 s');
  assert.equal(durationRange(929.1, 929.2), '929 ms');
  assert.equal(durationRange(125_000, 185_000), '2 min 5 s to 3 min 5 s');
});

test('a moment has enough decimals to differ from the next one on its axis', () => {
  const axis = (times: readonly number[], step: number) =>
    times.map((time) => moment(time, step)).join(', ');
  assert.equal(axis([0, 50, 100], 50), '0, 50 ms, 100 ms');
  assert.equal(axis([0, 0.2, 0.4], 0.2), '0, 0.2 ms, 0.4 ms');
  assert.equal(axis([500, 1000, 1500], 500), '500 ms, 1.0 s, 1.5 s');
  assert.equal(axis([1200, 1200.2], 0.2), '1.2000 s, 1.2002 s');
  assert.equal(axis([20_000, 100_000, 120_000], 20_000), '20 s, 1 min 40 s, 2 min 0 s');
  assert.equal(axis([99_000, 100_000], 1000), '99 s, 1 min 40 s');
  assert.equal(axis([120_000, 120_000.5], 0.5), '120.0000 s, 120.0005 s');
});

test('all moments of an axis have the unit of its last one', () => {
  assert.equal([0, 500, 1000].map((time) => moment(time, 500, 1500)).join(', '), '0, 0.5 s, 1.0 s');
});

test('a range of moments is as fine as its axis', () => {
  assert.equal(momentRange(200, 450, 5), '200 to 450 ms');
  assert.equal(momentRange(0, 929.4, 20), '0 to 929 ms');
  assert.equal(momentRange(950, 1200, 50), '0.95 to 1.20 s');
});

test('times that are compared have the unit of the longest', () => {
  assert.deepEqual(durationsAlike([9660, 920, 3.1]), ['9.66 s', '0.92 s', '0.0031 s']);
  assert.deepEqual(durationsAlike([99, 9.2]), ['99.0 ms', '9.20 ms']);
  assert.deepEqual(durationsAlike([125_000, 62_500]), ['2 min 5 s', '62.5 s']);
  assert.deepEqual(durationsAlike([]), []);
});
