import assert from 'node:assert/strict';
import type { Key } from 'ink';
import { test } from 'node:test';
import { keyPresses } from '../../../source/ui/input/keys.ts';

const noKey: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

const named: ReadonlyArray<readonly [name: string, given: Partial<Key>]> = [
  ['up', { upArrow: true }],
  ['down', { downArrow: true }],
  ['left', { leftArrow: true }],
  ['right', { rightArrow: true }],
  ['enter', { return: true }],
  ['escape', { escape: true }],
  ['tab', { tab: true }],
  ['shift+tab', { tab: true, shift: true }],
  ['shift+left', { leftArrow: true, shift: true }],
  ['shift+right', { rightArrow: true, shift: true }],
  ['backspace', { backspace: true }],
  ['backspace', { delete: true }],
  ['enter', { return: true, shift: true }],
];

for (const [name, given] of named) {
  test(`${Object.keys(given).join(' with ')} is ${name}`, () => {
    assert.deepEqual(keyPresses('', { ...noKey, ...given }), [name]);
  });
}

test('a character is a key', () => {
  assert.deepEqual(keyPresses('q', noKey), ['q']);
  assert.deepEqual(keyPresses(' ', noKey), [' ']);
});

test('characters that arrive as one chunk are keys one after another', () => {
  assert.deepEqual(keyPresses(']]]', noKey), [']', ']', ']']);
});

test('a number pasted with its line break ends in enter', () => {
  const enter = ['5', '0', '0', '0', '0', 'enter'];
  assert.deepEqual(keyPresses('50000\r', noKey), enter);
  assert.deepEqual(keyPresses('50000\n', noKey), enter);
});

test('blanks before what is pasted are no keys', () => {
  assert.deepEqual(keyPresses('  10.0.0.1', noKey).slice(0, 2), ['1', '0']);
  assert.deepEqual(keyPresses('   ', noKey), [' ', ' ', ' ']);
  assert.deepEqual(keyPresses(' e ', noKey), [' ', 'e', ' ']);
});

test('tabs inside a chunk are tabs', () => {
  assert.deepEqual(keyPresses('5\t7\t\t', noKey), ['5', 'tab', '7', 'tab', 'tab']);
});

test('ctrl+c is one key, and other letters with ctrl are none', () => {
  assert.deepEqual(keyPresses('c', { ...noKey, ctrl: true }), ['ctrl+c']);
  assert.deepEqual(keyPresses('q', { ...noKey, ctrl: true }), []);
});

test('ctrl+z and the page keys have names', () => {
  assert.deepEqual(keyPresses('z', { ...noKey, ctrl: true }), ['ctrl+z']);
  assert.deepEqual(keyPresses('', { ...noKey, pageUp: true }), ['pageup']);
  assert.deepEqual(keyPresses('', { ...noKey, pageDown: true }), ['pagedown']);
});

test('what is typed with alt is ignored', () => {
  assert.deepEqual(keyPresses('q', { ...noKey, meta: true }), []);
});

test('two escapes that arrive as one chunk are two', () => {
  assert.deepEqual(keyPresses('', { ...noKey, escape: true, meta: true }), ['escape', 'escape']);
});

test('a key without a name and without a character is nothing', () => {
  assert.deepEqual(keyPresses('', { ...noKey, home: true }), []);
});
