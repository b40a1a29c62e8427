import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storm, stormFlags } from '../helpers/fields/field-storm.ts';
import { assertRestored } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal } from '../helpers/terminal/terminal.ts';

test('of 3,000 random keys, pastes and answers every number that is taken is the typed one', async () => {
  using terminal = openTerminal({ args: stormFlags });
  const { taken, refused } = await storm(terminal, 16, 3000);
  assert.ok(taken > 60, `only ${taken} numbers were taken`);
  assert.ok(refused > 300, `only ${refused} inputs were refused`);
  terminal.press('\x1b[27u', 'q');
  assert.equal((await terminal.exited).code, 0);
  assertRestored(terminal);
});
