import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  commonKeys,
  keysEverywhere,
  keyTable,
  type KeyScreen,
} from '../../../source/ui/pages/key-table.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';

const table = keyTable(themeOf(false).arrows);
const screens = Object.keys(table) as readonly KeyScreen[];
const rowsOf = (screen: KeyScreen) => [...table[screen], ...keysEverywhere];

test('no key has two meanings on one screen', () => {
  for (const screen of screens) {
    const keys = rowsOf(screen).flatMap((row) => row.keys);
    assert.deepEqual(
      keys,
      [...new Set(keys)],
      `${screen}: ${keys.filter((key, index) => keys.indexOf(key) !== index).join()}`,
    );
  }
});

test('a common key has its one meaning on every screen, or none', () => {
  const common = new Map(Object.entries(commonKeys));
  for (const screen of screens) {
    for (const { keys, common: meaning } of rowsOf(screen)) {
      assert.ok(
        keys.length === 1 || keys.every((key) => !common.has(key)),
        `${screen}: ${keys.join()}`,
      );
      assert.equal(meaning, common.get(keys[0]!), `${screen}: ${keys.join()}`);
    }
  }
});

test('a common meaning has no second key', () => {
  const meanings = Object.values(commonKeys);
  assert.equal(new Set(meanings).size, meanings.length);
});

test('what is not built has no key', () => {
  for (const screen of screens) {
    const keys = new Set(rowsOf(screen).flatMap((row) => row.keys));
    assert.ok(!keys.has('s') && !keys.has('e'), screen);
  }
});
