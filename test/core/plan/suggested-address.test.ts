import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { refusedSuggestion, suggestedAddress } from '../../../source/core/plan/ray-address.ts';

suite('the environment suggests', () => {
  test('RAY_API_SERVER_ADDRESS before RAY_ADDRESS', () => {
    const environment = { RAY_ADDRESS: 'http://b:8265', RAY_API_SERVER_ADDRESS: 'http://a:8265' };
    const from = 'RAY_API_SERVER_ADDRESS';
    assert.deepEqual(suggestedAddress(environment), { base: 'http://a:8265', from });
    assert.equal(refusedSuggestion(environment), undefined);
  });

  test('what is a dashboard without being a URL', () => {
    const from = 'RAY_ADDRESS';
    for (const [text, base] of [
      ['head:8265', 'http://head:8265'],
      ['10.0.0.7:9000', 'http://10.0.0.7:9000'],
      ['::1', 'http://[::1]:8265'],
    ]) {
      assert.deepEqual(suggestedAddress({ [from]: text }), { base, from });
    }
  });

  test('the next one where the first is none', () => {
    const environment = { RAY_ADDRESS: 'head:8265', RAY_API_SERVER_ADDRESS: 'auto' };
    assert.equal(suggestedAddress(environment)?.from, 'RAY_ADDRESS');
    assert.equal(refusedSuggestion(environment), undefined);
  });

  const refused = {
    auto: 'RAY_ADDRESS is auto, which names no dashboard',
    'ray://head:10001':
      'RAY_ADDRESS is a Ray Client address (ray://), which takes no jobs over HTTP',
    'head:6379': 'RAY_ADDRESS has the port of Ray’s GCS (6379), which does not speak HTTP',
    'http://user:pw@head':
      'RAY_ADDRESS holds a user name or a password, which fibtui would show on the screen',
  };
  for (const [text, why] of Object.entries(refused)) {
    test(`nothing where RAY_ADDRESS is ${text}, and says why`, () => {
      assert.equal(suggestedAddress({ RAY_ADDRESS: text }), undefined);
      assert.equal(refusedSuggestion({ RAY_ADDRESS: text }), why);
    });
  }

  test('nothing where nothing is set', () => {
    for (const environment of [{}, { RAY_ADDRESS: ' ' }]) {
      assert.equal(suggestedAddress(environment), undefined);
      assert.equal(refusedSuggestion(environment), undefined);
    }
  });
});
