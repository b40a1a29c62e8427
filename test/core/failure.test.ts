import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, EngineError, failureOf, UsageError } from '../../source/core/failure.ts';
import { crash } from '../helpers/profiles/profiles.ts';

test("an engine's error carries its failure and its cause", () => {
  const cause = new Error('exit 139');
  const error = new EngineError(crash, { cause });
  assert.equal(failureOf(error), crash);
  assert.equal(error.message, crash.message);
  assert.equal(error.cause, cause);
  assert.equal(error.name, 'EngineError');
});

const hint = 'Run again; if it happens again, report it with this message.';

test('an unexpected error keeps its message', () => {
  const message = 'Cannot read properties of undefined';
  assert.deepEqual(failureOf(new TypeError(message)), { code: 'unexpected', message, hint });
});

test('any other thrown value becomes its text', () => {
  assert.deepEqual(failureOf('oops'), { code: 'unexpected', message: 'oops', hint });
  assert.equal(failureOf(undefined).message, 'undefined');
});

test('only system errors have a code', () => {
  assert.equal(codeOf(Object.assign(new Error('no such file'), { code: 'ENOENT' })), 'ENOENT');
  assert.equal(codeOf(new Error('no such file')), undefined);
  assert.equal(codeOf(Object.assign(new Error('exit'), { code: 1 })), undefined);
  assert.equal(codeOf({ code: 'ENOENT' }), undefined);
});

test('a usage error is an error with its own name', () => {
  const error = new UsageError('--size is out of range.');
  assert.ok(error instanceof Error);
  assert.equal(error.name, 'UsageError');
});
