import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import stringWidth from 'string-width';
import { commandRows } from '../../../source/output/summary/command-rows.ts';
import { seeded } from '../../helpers/numbers/random.ts';

const linesOf = (command: string, columns: number): readonly string[] =>
  commandRows(command, columns).map((row) => row.map(({ text }) => text).join(''));

const plan =
  'fibtui --workload list --size 1000 --tasks 8 --engines local,pool --workers 4 --rounds 1';

test('a wide row holds the whole command', () => {
  assert.deepEqual(linesOf(plan, 120), [`Again:   ${plan}`]);
});

test('elsewhere it has several rows, with each flag beside its value', () => {
  assert.deepEqual(linesOf(plan, 40), [
    'Again:   fibtui --workload list \\',
    '         --size 1000 --tasks 8 \\',
    '         --engines local,pool \\',
    '         --workers 4 --rounds 1',
  ]);
});

test('a value that is too long goes on at the left edge, its quotes closed and opened', () => {
  assert.deepEqual(
    linesOf("fibtui --ray-ca '/a folder/with a long name/and more/ca.pem' --force", 40),
    [
      'Again:   fibtui \\',
      "         --ray-ca '/a folder/with a l'\\",
      "'ong name/and more/ca.pem' --force",
    ],
  );
});

/** The words that a shell makes of the rows. */
function wordsIn(lines: readonly string[]): readonly string[] {
  const script = `fibtui() { printf '%s\\n' "$@"; }\n${lines.join('\n').replace('Again:', '')}\n`;
  const { stdout, status } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  assert.equal(status, 0, script);
  return stdout.trimEnd().split('\n');
}

const quoted = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;

const noShell = { skip: process.platform === 'win32' ? 'needs a POSIX shell' : false };

test('a shell reads the rows as the words of the command, at every width', noShell, () => {
  const random = seeded(7);
  const alphabet = Array.from('ab/ .-状\'\\"$`!#*');
  const wordOf = (length: number) =>
    Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
  for (let times = 0; times < 60; times++) {
    const words = [
      '--ray-python',
      `/${wordOf(Math.floor(random() * 150))}x`,
      '--rounds',
      '3',
      '--ray-ca',
      `/${wordOf(Math.floor(random() * 60))}`,
      '--force',
    ];
    const columns = 40 + Math.floor(random() * 90);
    const command = [
      'fibtui',
      ...words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : quoted(word))),
    ].join(' ');
    const lines = linesOf(command, columns);
    assert.deepEqual(wordsIn(lines), words, lines.join('\n'));
    assert.ok(
      lines.every((line) => stringWidth(line) <= columns),
      lines.join('\n'),
    );
  }
});
