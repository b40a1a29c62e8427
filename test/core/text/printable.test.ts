import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printable } from '../../../source/core/text/printable.ts';

test('text in any script stays as it is', () => {
  assert.equal(printable('ValueError: größer als 漢字'), 'ValueError: größer als 漢字');
});

test('control characters become spaces, and those that change direction are removed', () => {
  assert.equal(printable('a\tb\u001B[2Jc\r\u0007'), 'a b [2Jc  ');
  assert.equal(printable('a\u202Eb\u200Bc'), 'abc');
});
