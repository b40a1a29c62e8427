import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFlags } from '../helpers/random-flags.ts';
import { runWithout } from '../helpers/terminal-free.ts';

test('random combinations of flags end with 0, 1 or 2 and never show a stack', async () => {
  const lines = randomFlags(8, 32).filter((argv) => argv.every((part) => !part.includes('\u0000')));
  const wide = 4;
  for (let first = 0; first < lines.length; first += wide) {
    const batch = lines.slice(first, first + wide);
    for (const [index, { code, stderr }] of (
      await Promise.all(batch.map(async (argv) => runWithout(...argv)))
    ).entries()) {
      const said = `${JSON.stringify(batch[index])}: ${code} ${stderr}`;
      assert.ok(code === 0 || code === 1 || code === 2, said);
      assert.match(stderr, code === 0 ? /^$/ : /^fibtui: [^\n]+\n$/, said);
    }
  }
});
