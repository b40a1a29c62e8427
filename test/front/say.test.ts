import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '../../source/front/say.ts';

function said(sentence: string, env: NodeJS.ProcessEnv): string {
  let printed = '';
  const stderr = { write: (text: string) => Boolean((printed += text)) };
  say({ stderr, env } as Pick<NodeJS.Process, 'stderr' | 'env'>, sentence);
  return printed;
}

test('a name from outside is no command to GitHub Actions, and stays as it is elsewhere', () => {
  const sentence = 'No file is called "##\u200B[add-mask]1".\n::warning::x';
  const [before, after] = ['fibtui: No file is called "##', '[add-mask]1". ::warning::x\n'];
  assert.equal(said(sentence, { GITHUB_ACTIONS: 'true' }), `${before}\\${after}`);
  assert.equal(said(sentence, {}), before + after);
});
