import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpRows } from '../../source/options/help/help-rows.ts';
import { readOptions } from '../../source/options/read-options.ts';

function helpOf(...command: readonly string[]): string {
  const invocation = readOptions([...command, '--help'], '1.2.3');
  assert.ok(invocation.type === 'print');
  return invocation.text;
}

const helps = [helpOf(), helpOf('replay'), helpOf('demo')];

const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

test('from 40 columns on no row of a help is wider than its terminal, and no word is broken', () => {
  for (const help of helps) {
    for (let columns = 40; columns <= 200; columns++) {
      const rows = helpRows(help, columns);
      const wide = rows.split('\n').filter(({ length }) => length > Math.min(columns, 80));
      assert.deepEqual(wide, [], `at ${columns} columns`);
      assert.deepEqual(wordsIn(rows), wordsIn(help), `at ${columns} columns`);
    }
  }
});

test('what a flag does stands beside its name, or below it where there is no room', () => {
  const line =
    '  --tasks <n>          sequences in a round: 1 to 1,000,000, auto, cpus or cluster (default auto)';
  assert.equal(
    helpRows(line, 60),
    [
      '  --tasks <n>          sequences in a round: 1 to 1,000,000,',
      '                       auto, cpus or cluster (default auto)',
    ].join('\n'),
  );
  assert.equal(
    helpRows(line, 40),
    [
      '  --tasks <n>',
      '      sequences in a round: 1 to',
      '      1,000,000, auto, cpus or cluster',
      '      (default auto)',
    ].join('\n'),
  );
});
