import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../source/core/failure.ts';
import { readOptions } from '../../source/options/read-options.ts';
import { randomFlags } from '../helpers/terminal/random-flags.ts';

test('2,000 random combinations of flags are taken, or refused in one sentence', () => {
  const counts = { taken: 0, refused: 0 };
  for (const argv of randomFlags(7, 2000)) {
    try {
      readOptions(argv, '1.2.3');
      counts.taken++;
    } catch (error) {
      assert.ok(error instanceof UsageError, `${JSON.stringify(argv)}: ${String(error)}`);
      assert.match(error.message, /^[^\n]+[.?)]$/, JSON.stringify(argv));
      counts.refused++;
    }
  }

  assert.ok(counts.taken > 100 && counts.refused > 100, JSON.stringify(counts));
});
