import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inspect } from 'node:util';
import { rayAddress } from '../../../../source/core/plan/ray-address.ts';
import { isExposed, isWithheld, rayToken } from '../../../../source/engines/ray/api/token.ts';
import { thrownFailure, tokenOf } from './jobs-at.ts';

const files = new Map([
  ['/home/user/.ray/auth_token', 'of-home\n'],
  ['/secrets/token', '  of-file \n'],
  ['/secrets/empty', '\n'],
]);

function findToken(environment: Record<string, string>, home = '/home/user') {
  const token = rayToken({ environment, home, readText: (path) => files.get(path) });
  return token && [token.reveal(), token.from, token.explicit];
}

suite('the token is', () => {
  test('that of RAY_AUTH_TOKEN first', () => {
    const environment = { RAY_AUTH_TOKEN: ' of-env ', RAY_AUTH_TOKEN_PATH: '/secrets/token' };
    assert.deepEqual(findToken(environment), ['of-env', 'RAY_AUTH_TOKEN', true]);
  });

  test('then that of the file that RAY_AUTH_TOKEN_PATH names', () => {
    const environment = { RAY_AUTH_TOKEN: '', RAY_AUTH_TOKEN_PATH: '/secrets/token' };
    assert.deepEqual(findToken(environment), ['of-file', 'the file of RAY_AUTH_TOKEN_PATH', true]);
  });

  test('then that of the usual file', () => {
    assert.deepEqual(findToken({}), ['of-home', '~/.ray/auth_token', false]);
  });

  test('none where there is none', () => {
    assert.equal(findToken({}, '/home/other'), undefined);
  });

  test('not looked for elsewhere where RAY_AUTH_TOKEN_PATH names no token', () => {
    for (const path of ['/secrets/missing', '/secrets/empty']) {
      const failure = thrownFailure(() => findToken({ RAY_AUTH_TOKEN_PATH: path }));
      assert.equal(failure.code, 'ray-token');
      assert.match(failure.message, /RAY_AUTH_TOKEN_PATH/);
    }
  });

  test('refused, and not shown, where no header can carry it', () => {
    for (const text of ['two words', 'line\nfeed', 'schlüssel']) {
      const failure = thrownFailure(() => findToken({ RAY_AUTH_TOKEN: text }));
      assert.equal(failure.code, 'ray-token');
      assert.ok(!JSON.stringify(failure).includes(text));
    }
  });

  test('looked for in no folder, where the user has no home', () => {
    const readText = (path: string) => assert.fail(path);
    assert.equal(rayToken({ environment: {}, home: '', readText }), undefined);
  });

  test('in no dump of what holds it', () => {
    const token = rayToken({
      environment: { RAY_AUTH_TOKEN: 'hush' },
      home: '',
      readText: () => '',
    });
    assert.doesNotMatch(inspect(token, { depth: 9, showHidden: true }), /hush/);
    assert.doesNotMatch(JSON.stringify(token), /hush/);
  });
});

suite('a token of the usual file', () => {
  const usual = tokenOf('hush', '~/.ray/auth_token');
  const cases = {
    'http://127.0.0.1:8265': false,
    'https://ray.example': false,
    'http://ray.example': true,
  };
  for (const [text, kept] of Object.entries(cases)) {
    test(`${kept ? 'is kept from' : 'goes to'} ${text}`, () => {
      assert.equal(isWithheld(usual, rayAddress(text, '--ray')), kept);
      assert.equal(isExposed(usual, rayAddress(text, '--ray')), false);
    });
  }
});

test('a token that was given goes everywhere, and is exposed over plain HTTP', () => {
  const far = rayAddress('http://ray.example', '--ray');
  assert.equal(isWithheld(tokenOf('hush'), far), false);
  assert.equal(isExposed(tokenOf('hush'), far), true);
  assert.equal(isExposed(tokenOf('hush'), rayAddress('https://ray.example', '--ray')), false);
});
