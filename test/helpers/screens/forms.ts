import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Settings } from '../../../source/core/plan/settings.ts';
import { afterKey, formOf } from '../../../source/ui/setup/form.ts';
import type { Form } from '../../../source/ui/setup/form-state.ts';
import { frozen } from '../profiles/freeze.ts';
import { settingsWith } from '../profiles/profiles.ts';

/** 1,000 terms, 8 tasks, a worker for each of four CPUs, five rounds; the cursor on the size. */
export const start = frozen(formOf(settingsWith()));

export const on = (field: Form['field'], given: Partial<Form> = {}): Form => ({
  ...start,
  field,
  ...given,
});

export const withRay = ['local', 'pool', 'ray'] as const;

export const set = (given: Partial<Settings>): Form => ({
  ...start,
  settings: settingsWith(given),
});

export const pressed = (form: Form, ...keys: readonly string[]): Form =>
  keys.reduce((before, key) => afterKey(frozen(before), key, 4), form);

export type Case = readonly [behaviour: string, before: Form, keys: string, after: Form];

export const listRange = 'list takes 0 to 300,000 terms, pair up to 10,000,000.';

/** Names of keys, separated by blanks. A text of blanks alone stands for space keys. */
const keysIn = (text: string): readonly string[] => text.split(text.trim() === '' ? '' : ' ');

/** A test for each row of a table. */
export function testAll(table: readonly Case[]): void {
  for (const [behaviour, before, keys, after] of table) {
    test(behaviour, () => {
      assert.deepEqual(pressed(before, ...keysIn(keys)), after);
    });
  }
}
