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

test('whatever ends a line or begins a sequence in some terminal becomes a space', () => {
  assert.equal(printable('a\nb\u0085c\u2028d\u2029e\u009B2J\u007F'), 'a b c d e 2J ');
});

test('marks make up a character with the one before them, or are dropped', () => {
  assert.equal(printable('u\u0308ber'), 'über');
  assert.equal(printable(`Z${'\u0301\u0327'.repeat(9)}`).length, 1);
  assert.equal(printable('👍🏽 ❤\uFE0F'), '👍 ❤');
});

test('what is no character is a question mark', () => {
  assert.equal(printable('\uD800 \uE000 \u0378'), '? ? ?');
});
