import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requirePlainPath } from '../../../../source/engines/ray/head/plain-path.ts';
import { readable, thrownFailure } from '../api/jobs-at.ts';

test('a head is not started with a Python whose path Ray cannot run', () => {
  for (const python of ['/my env/bin/python', "/a'b/python", '/$HOME/python', '/a;b/python']) {
    const failure = thrownFailure(() => requirePlainPath(python));
    readable(failure);
    assert.ok(failure.message.includes(python));
  }
});

test('but with any other', () => {
  for (const python of ['python3', '/opt/venv-3.11/bin/python', '/home/ü/a+b@c/bin/python3.11']) {
    requirePlainPath(python);
  }
});
