import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spoken } from '../../source/output/spoken.ts';

test('a sentence is no command to GitHub Actions where its runner reads it', () => {
  const sentences = ['::warning::x', 'It says ##[group]x.'];
  assert.equal(spoken(sentences, { ascii: false }), '::warning::x\nIt says ##[group]x.\n');
  assert.equal(
    spoken(sentences, { ascii: false, forRunner: true }),
    String.raw`\::warning::x
It says ##\[group]x.
`,
  );
});
