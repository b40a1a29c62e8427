import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageNamed } from '../../helpers/docs/pages.ts';
import { printedBy } from '../../helpers/terminal/terminal-free.ts';
import { environment, program } from '../../helpers/terminal/terminal.ts';

test('the verdict in the README is that of the run in its film', async () => {
  const shown = await printedBy([process.execPath, program, 'show', 'media/runs/first.json.gz'], {
    env: environment({}),
  });
  const verdict = shown.stdout.trimEnd().split('\n').at(-1) ?? '';
  assert.match(verdict, /^VERDICT /);
  assert.ok(pageNamed('README.md').text.includes(`\n${verdict}\n`), verdict);
});
