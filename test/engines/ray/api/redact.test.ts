import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { redact, redactParts } from '../../../../source/engines/ray/api/redact.ts';

suite('a secret', () => {
  test('is covered wherever it stands, as it is, in a URL and in JSON', () => {
    const hide = redact(['a/b"c']);
    assert.equal(
      hide('1 a/b"c 2 a%2Fb%22c 3 {"t":"a/b\\"c"}'),
      '1 [redacted] 2 [redacted] 3 {"t":"[redacted]"}',
    );
  });

  test('that holds another is covered whole', () => {
    assert.equal(redact(['key', 'keyring'])('a keyring, a key'), 'a [redacted], a [redacted]');
  });

  test('is covered in a stream, wherever it is cut', () => {
    const text = 'before s3cret-token\nafter';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const hide = redactParts(['s3cret-token']);
      assert.equal(hide(text.slice(0, cut)) + hide(text.slice(cut)), 'before [redacted]\nafter');
    }
  });

  test('that does not come holds nothing back beyond its line', () => {
    const hide = redactParts(['s3cret-token']);
    assert.equal(hide('a line\n'), 'a line\n');
    assert.equal(hide('s3cret'), '');
    assert.equal(hide('ary\n'), 's3cretary\n');
  });
});

test('with no secrets a text stays as it is', () => {
  assert.equal(redact([])('text'), 'text');
  assert.equal(redactParts([''])('text'), 'text');
});
