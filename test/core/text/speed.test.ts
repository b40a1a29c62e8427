import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  speedBetween,
  speedRange,
  speedRangeAgainst,
  speedText,
} from '../../../source/core/text/speed.ts';

test('a speed-up is a factor, and near 1 a percentage', () => {
  assert.equal(speedText(1.734), '1.73 times as fast');
  assert.equal(speedText(0.395), '2.53 times as slow');
  assert.equal(speedText(1.2), '1.20 times as fast');
  assert.equal(speedText(1.12), '12 % faster');
  assert.equal(speedText(0.93), '7 % slower');
  assert.equal(speedText(1.001), 'as fast');
  assert.equal(speedText(11.53), '11.5 times as fast');
});

test('an interval says its direction once where both ends share it', () => {
  assert.equal(speedRange(1.65, 1.95), '1.65 to 1.95');
  assert.equal(speedRange(0.3876, 0.4016), '2.49 to 2.58 times as slow');
  assert.equal(speedRange(1.03, 1.12), '3 to 12 % faster');
  assert.equal(speedRange(0.88, 0.96), '4 to 12 % slower');
  assert.equal(speedRange(0.93, 1.12), '7 % slower to 12 % faster');
  assert.equal(speedRange(0.93, 1.5), '7 % slower to 1.50 times as fast');
  assert.equal(speedRange(1.1, 1.5), '1.10 to 1.50');
  assert.equal(speedRange(1, 1.12), '0 to 12 % faster');
  assert.equal(speedRange(0.93, 1), '0 to 7 % slower');
  assert.equal(speedRange(1.12, 1.12), '12 % faster');
});

test('an interval that goes either way names what it is compared with', () => {
  assert.equal(speedRangeAgainst(0.93, 1.12, 'local'), '7 % slower to 12 % faster than local');
  assert.equal(speedRangeAgainst(1.01, 1.06, 'local'), '1 to 6 % faster than local');
  assert.equal(speedRangeAgainst(0.76, 1.42, 'local'), '0.76 to 1.42 times as fast as local');
});

test('where nothing was shown an interval has two ends', () => {
  assert.equal(speedBetween(0.93, 1.12), 'between 7 % slower and 12 % faster');
  assert.equal(speedBetween(0.93, 1.5), 'between 7 % slower and 1.50 times as fast');
  assert.equal(speedBetween(1, 1.12), 'between equally fast and 12 % faster');
  assert.equal(speedBetween(1.01, 1.06), '1 to 6 % faster');
  assert.equal(speedBetween(0.999, 1.001), 'less than 1 % apart');
});
