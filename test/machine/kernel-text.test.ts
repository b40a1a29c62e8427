import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuList, fieldOf, lowest, wholeNumber } from '../../source/machine/kernel-text.ts';

test('a CPU list is expanded into its numbers', () => {
  assert.deepEqual(cpuList('0-3,8,10-11\n'), [0, 1, 2, 3, 8, 10, 11]);
  assert.deepEqual(cpuList('7'), [7]);
});

test('a CPU that is listed twice counts once', () => {
  assert.deepEqual(cpuList('0-2,1-3'), [0, 1, 2, 3]);
});

test('a text that is not a CPU list is undefined, however large its numbers', () => {
  for (const text of [
    undefined,
    '',
    '\n',
    '3-1',
    '0-',
    'x',
    '0,,1',
    '-1',
    '0-99999999999',
    '1 2',
  ]) {
    assert.equal(cpuList(text), undefined, JSON.stringify(text));
  }
});

test('a whole number is digits only, and small enough to be counted exactly', () => {
  assert.equal(wholeNumber('42\n'), 42);
  for (const text of [undefined, '', 'max', '-1', '1.5', '0x10', '1e3', '9223372036854771712']) {
    assert.equal(wholeNumber(text), undefined, JSON.stringify(text));
  }
});

test('a field is found by its whole name, with or without a colon', () => {
  const text = 'active_file 1\ninactive_file 2\nMemAvailable:    3 kB\nEmpty:\nNext: 4\n';
  assert.equal(fieldOf(text, 'inactive_file'), '2');
  assert.equal(fieldOf(text, 'MemAvailable'), '3');
  assert.equal(fieldOf(text, 'file'), undefined);
  assert.equal(fieldOf(text, 'Empty'), undefined);
  assert.equal(fieldOf(undefined, 'Next'), undefined);
});

test('the lowest known value, undefined if none is known', () => {
  assert.equal(lowest([undefined, 2.5, 0.5]), 0.5);
  assert.equal(lowest([undefined]), undefined);
});
