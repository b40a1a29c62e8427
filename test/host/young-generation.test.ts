import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallSemiSpace, usualSemiSpace } from '../../source/host/young-generation.ts';

test('threads of the host have the usual young generation, or the one that the user asks for', () => {
  assert.equal(usualSemiSpace([smallSemiSpace]), '--max-semi-space-size=0');
  assert.equal(usualSemiSpace([smallSemiSpace, '--max_semi_space_size=8']), undefined);
});
