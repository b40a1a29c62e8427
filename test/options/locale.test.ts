import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlainLocale, type Environment } from '../../source/options/environment.ts';

const cases: ReadonlyArray<readonly [environment: Environment, plain: boolean]> = [
  [{}, false],
  [{ LANG: '' }, false],
  [{ LANG: 'en_US.UTF-8' }, false],
  [{ LANG: 'de_DE.utf8' }, false],
  [{ LANG: 'C.UTF-8' }, false],
  [{ LANG: 'C' }, true],
  [{ LANG: 'POSIX' }, true],
  [{ LANG: 'de_DE.ISO-8859-1' }, true],
  [{ LANG: 'en_US.UTF-8', LC_CTYPE: 'C' }, true],
  [{ LANG: 'C', LC_CTYPE: 'C.UTF-8' }, false],
  [{ LANG: 'en_US.UTF-8', LC_CTYPE: 'C.UTF-8', LC_ALL: 'C' }, true],
  [{ LANG: 'C', LC_CTYPE: 'C', LC_ALL: 'en_US.UTF-8' }, false],
  [{ LANG: 'C', LC_ALL: '' }, true],
];

for (const [environment, plain] of cases) {
  test(`${JSON.stringify(environment)} is a locale ${plain ? 'of ASCII alone' : 'for UTF-8'}`, () => {
    assert.equal(isPlainLocale(environment), plain);
  });
}
