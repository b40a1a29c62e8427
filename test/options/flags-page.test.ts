import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readOptions } from '../../source/options/read-options.ts';

const page = readFileSync(new URL('../../docs/keys-and-flags.md', import.meta.url), 'utf8');

/** The text below a heading of the page, up to the next one of its level. */
const sectionOf = (title: string): string =>
  page.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';

/** The flags at the head of the rows of its tables. */
const flagsIn = (section: string): readonly string[] =>
  section
    .split('\n')
    .filter((row) => row.startsWith('| `--'))
    .flatMap((row) => row.split('|')[1]?.match(/--[a-z-]+/g) ?? [])
    .toSorted();

/** The flags in a help text. */
function flagsOf(...command: readonly string[]): readonly string[] {
  const invocation = readOptions([...command, '--help'], '1.2.3');
  assert.ok(invocation.type === 'print');
  const found = invocation.text.match(/^ {2}(?:-\w, )?--[a-z-]+/gm) ?? [];
  return found.map((flag) => flag.replace(/^.*?--/, '--')).toSorted();
}

const withoutHelp = (flags: readonly string[]) => flags.filter((flag) => flag !== '--help');

test('the page of keys and flags tells of every flag of fibtui, and of no other', () => {
  assert.deepEqual(flagsIn(sectionOf('Flags')), flagsOf());
});

for (const [title, name] of [
  ['Replay', 'replay'],
  ['Demo', 'demo'],
] as const) {
  test(`the page of keys and flags tells of every flag of fibtui ${name}, and of no other`, () => {
    assert.deepEqual(flagsIn(sectionOf(title)), withoutHelp(flagsOf(name)));
  });
}
