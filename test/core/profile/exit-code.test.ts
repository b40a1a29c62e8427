import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodeOf } from '../../../source/core/profile/exit-code.ts';
import { initialState } from '../../../source/core/profile/state.ts';
import { profileStateWith, stateWith, type Ending } from '../../helpers/profiles/profiles.ts';

const after = (...pool: readonly Ending[]) =>
  stateWith({ profile: profileStateWith({ walls: { pool } }) });

test('all passes finished: 0', () => {
  assert.equal(exitCodeOf(after(10, 10), undefined), 0);
});

test('no profile at all: 0', () => {
  assert.equal(exitCodeOf(initialState, undefined), 0);
});

test('a failed pass: 1', () => {
  assert.equal(exitCodeOf(after(10, 'failed', 10), undefined), 1);
});

test('a cancelled pass does not count as failed: 0', () => {
  assert.equal(exitCodeOf(after(10, 'cancelled'), undefined), 0);
});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  test(`${signal} takes precedence: ${code}`, () => {
    assert.equal(exitCodeOf(initialState, signal), code);
    assert.equal(exitCodeOf(after(10, 'failed'), signal), code);
  });
}
