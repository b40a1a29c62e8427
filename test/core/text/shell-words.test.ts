import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { quoted, readWords, wordsIn } from '../../../source/core/text/shell-words.ts';
import { seeded } from '../../helpers/numbers/random.ts';

/** The words as `sh` reads them. */
const readByShell = (line: string): readonly string[] =>
  execFileSync('sh', ['-c', `printf '%s\\0' x ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(1, -1);

test('300 random lines of quotes, backslashes and blanks are read as a shell reads them', () => {
  const random = seeded(3);
  // No line breaks, which end a command, and nothing that a shell would expand.
  const signs = ['a', 'b', '-', '=', ' ', '  ', "'", '"', '\\', 'é', '.'];
  let taken = 0;
  for (let index = 0; index < 300; index++) {
    const length = Math.floor(random() * 12);
    const line = Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join('');
    const words = readWords(line);
    if (words) {
      assert.deepEqual(words, readByShell(line), JSON.stringify(line));
      taken++;
    }
  }

  assert.ok(taken > 100, `${taken}`);
});

for (const line of ["a 'b", 'a "b', 'a\\', `a "b'`]) {
  test(`${line} ends within a word`, () => assert.equal(readWords(line), undefined));
}

test('words that were quoted are read as they were', () => {
  const words = ['plain', '', "it's", 'a b', '"', '\\', '$HOME', 'é', '--flag=x y'];
  const line = words.map(quoted).join(' ');
  assert.deepEqual(readWords(line), words);
  assert.deepEqual(wordsIn(line).join(' '), line);
});
