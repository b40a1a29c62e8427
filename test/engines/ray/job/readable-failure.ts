import assert from 'node:assert/strict';
import type { Failure } from '../../../../source/core/failure.ts';

/** A message and a hint of one line each that fits on a screen. */
export function assertReadable({ message, hint }: Failure): void {
  for (const text of [message, hint]) {
    assert.match(text, /^\S.*[^.]\.$/);
    assert.doesNotMatch(text, /\n|@fibtui|undefined|\.\./);
    assert.ok(text.length < 420, text);
  }
}
