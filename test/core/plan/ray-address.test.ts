import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isLoopback, isPrivate, rayAddress } from '../../../source/core/plan/ray-address.ts';
import { thrownFailure } from '../../engines/ray/api/jobs-at.ts';

const base = (text: string) => rayAddress(text, '--ray').base;

suite('an address', () => {
  const cases = {
    'http://head:8265': 'http://head:8265',
    'http://head:8265/': 'http://head:8265',
    '  head:8265 ': 'http://head:8265',
    head: 'http://head:8265',
    'head/': 'http://head:8265',
    'head:80': 'http://head',
    '10.0.0.7': 'http://10.0.0.7:8265',
    '[::1]': 'http://[::1]:8265',
    '[::1]:9000': 'http://[::1]:9000',
    '::1': 'http://[::1]:8265',
    'fe80::1:9000': 'http://[fe80::1:9000]:8265',
    'HTTP://Head:8265': 'http://head:8265',
    'https://ray.example': 'https://ray.example',
    'http://ray.example/team/a/': 'http://ray.example/team/a',
    'ray.example:8080/team': 'http://ray.example:8080/team',
    'http://head:8265/#/overview': 'http://head:8265',
  };
  for (const [text, expected] of Object.entries(cases)) {
    test(`given as ${JSON.stringify(text)} is ${expected}`, () => {
      assert.equal(base(text), expected);
    });
  }

  test('remembers what named it', () => {
    assert.equal(rayAddress('head', 'RAY_ADDRESS').from, 'RAY_ADDRESS');
  });
});

suite('refused with a sentence that says where it was given:', () => {
  const cases = {
    'ray://head:10001': /Ray Client address/,
    'http://head:6379': /GCS/,
    'head:10001': /Ray Client/,
    auto: /names no dashboard/,
    LOCAL: /names no dashboard/,
    'ftp://head': /neither/,
    'file:///tmp/ray': /neither/,
    '8265': /port without a host/,
    '': /empty/,
    '   ': /empty/,
    'http://': /not an address/,
    'http://head:99999': /not an address/,
    'http://::1:8265': /IPv6 address without brackets/,
    'http://fe80::1': /IPv6 address without brackets/,
    'x:y:z': /not an address/,
    'he ad': /blanks/,
    'http://head\n:8265': /blanks/,
    'http://head:8265/?x=1': /query/,
    'http://head:8265/?': /query/,
    'http:/h': /no \/\/ after http:/,
    'http:h': /no \/\/ after http:/,
    'https:/ray.example': /no \/\/ after https:/,
    'http:///h': /no host's name/,
    '"http://h:8265"': /no host's name/,
    "'http://h:8265'": /no host's name/,
    '<http://h:8265>': /not an address/,
    'http://h%41': /no host's name/,
    'http://h:': /no host's name/,
    'http://a,b': /no host's name/,
    'http://-h': /no host's name/,
    'http://ä': /outside ASCII/,
    'http://bücher.example': /outside ASCII/,
    'bücher.example:9000': /outside ASCII/,
    'http://ｈead': /outside ASCII/,
    'http://he\u{AD}ad': /outside ASCII/,
    'http://head\u{200B}': /outside ASCII/,
    'http://head/bücher': /outside ASCII/,
    'http:\\\\head': /no \/\/ after http:/,
    'http://head\\team': /backslash/,
    '127.1': /127\.0\.0\.1/,
    'http://0x7f.1:8265': /127\.0\.0\.1/,
    'http://2130706433': /127\.0\.0\.1/,
    'http://0177.0.0.1': /127\.0\.0\.1/,
    'http://head/a/../b': /another one/,
    'http://head/./b': /another one/,
    'http://head/%2e%2E/b': /another one/,
    'http://head/"team"': /another one/,
  };
  for (const [text, reason] of Object.entries(cases)) {
    test(JSON.stringify(text), () => {
      const { code, message, hint } = thrownFailure(() => rayAddress(text, '--ray'));
      assert.equal(code, 'ray-address');
      assert.match(message, reason);
      assert.match(message, /^The Ray address \(from --ray\) .*\.$/);
      assert.match(hint, /\.$/);
    });
  }

  test('one with a user name or a password, which is not shown again', () => {
    for (const text of [
      'http://user:hunter2@head:8265',
      'user:hunter2@head',
      'http://hunter2@head',
      'http://head:8265/?token=hunter2',
      'ray://user:hunter2@head',
      'http://user:hunter2@head:99999',
    ]) {
      assert.doesNotMatch(
        JSON.stringify(thrownFailure(() => rayAddress(text, '--ray'))),
        /hunter2/,
      );
    }
  });
});

test('a host outside ASCII is told its ASCII form, which is what a request would go to', () => {
  const hintFor = (text: string) => thrownFailure(() => rayAddress(text, '--ray')).hint;
  assert.equal(
    hintFor('http://bücher.example'),
    'Give its ASCII form: http://xn--bcher-kva.example.',
  );
  assert.equal(
    hintFor('bücher.example:9000'),
    'Give its ASCII form: http://xn--bcher-kva.example:9000.',
  );
  assert.equal(
    hintFor('http://раураl.example'),
    'Give its ASCII form: http://xn--l-7sba6dbr.example.',
  );
  assert.equal(
    hintFor('bücher.example'),
    'Give its ASCII form: http://xn--bcher-kva.example:8265.',
  );
  assert.match(hintFor('http://head/bücher'), /http:\/\/HOST:8265/);
});

test('the hint for a wrong port is the same host with the right one', () => {
  assert.match(thrownFailure(() => rayAddress('head:6379', '--ray')).hint, /http:\/\/head:8265/);
});

suite('what stays on this machine or is encrypted is private:', () => {
  const cases = {
    'http://localhost:8265': [true, true],
    'http://127.0.0.1:8265': [true, true],
    'http://127.8.7.6:8265': [true, true],
    'http://[::1]:8265': [true, true],
    'https://ray.example': [false, true],
    'http://ray.example': [false, false],
    'http://127.0.0.1.ray.example': [false, false],
    'http://localhost.example': [false, false],
  };
  for (const [text, [loopback, hidden]] of Object.entries(cases)) {
    test(text, () => {
      const address = rayAddress(text, '--ray');
      assert.deepEqual([isLoopback(address), isPrivate(address)], [loopback, hidden]);
    });
  }
});
