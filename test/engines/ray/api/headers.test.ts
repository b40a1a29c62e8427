import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { browserHeaders, jobHeaders } from '../../../../source/engines/ray/api/headers.ts';
import { thrownFailure } from './jobs-at.ts';

suite('RAY_JOB_HEADERS', () => {
  test('are names and values, whatever their case', () => {
    assert.deepEqual(jobHeaders('{"X-Team":"a","Authorization":"Basic eA=="}'), {
      'x-team': 'a',
      authorization: 'Basic eA==',
    });
  });

  test('may be missing', () => {
    assert.deepEqual(jobHeaders(undefined), {});
    assert.deepEqual(jobHeaders(' '), {});
  });

  const wrong = {
    'no JSON': 'X-Key: hunter2',
    'no object': '["hunter2"]',
    null: 'null',
    'a value that is no text': '{"X-Key":{"a":"hunter2"}}',
    'a value with a line feed': '{"X-Key":"hunter2\\nX-Other: 1"}',
    'a name with a blank': '{"X Key":"hunter2"}',
    'a length': '{"Content-Length":"7"}',
  };
  for (const [what, text] of Object.entries(wrong)) {
    test(`are refused for ${what}, without their values`, () => {
      const failure = thrownFailure(() => jobHeaders(text));
      assert.equal(failure.code, 'ray-headers');
      assert.match(failure.message, /^RAY_JOB_HEADERS .*\.$/);
      assert.doesNotMatch(JSON.stringify(failure), /hunter2/);
    });
  }
});

test('headers that Ray takes for a browser’s are known by name', () => {
  const headers = {
    origin: 'x',
    'sec-fetch-mode': 'cors',
    'x-team': 'a',
    'user-agent': 'Mozilla/5',
  };
  assert.deepEqual(browserHeaders(headers), ['origin', 'sec-fetch-mode', 'user-agent']);
  assert.deepEqual(browserHeaders({ 'user-agent': 'fibtui/1' }), []);
});
