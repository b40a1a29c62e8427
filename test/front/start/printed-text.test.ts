import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { printedText } from '../../../source/front/start/printed-text.ts';
import { printedTexts } from '../../../source/options/printed-texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'fibtui-test-'));
after(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, text: string): URL => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return pathToFileURL(path);
};

const kept = printedTexts('1.2.3');
const file = fileOf('printed.json', JSON.stringify(kept));

for (const argv of [['--version'], ['--help'], ['help', 'all'], ['replay', '-h']]) {
  test(`the text of fibtui ${argv.join(' ')} is found, with and without a terminal`, () => {
    const text = kept.texts[JSON.stringify(argv)];
    assert.ok(text);
    assert.equal(printedText({ argv, file }), text);
    assert.equal(printedText({ argv, file, columns: 80 }), text);
    // A terminal that does not know its width says 0.
    assert.equal(printedText({ argv, file, columns: 0 }), text);
  });
}

test('a terminal of fewer columns than the text gets none', () =>
  assert.equal(printedText({ argv: ['--help'], file, columns: 79 }), undefined));

for (const argv of [[], ['run'], ['help all'], ['constructor'], ['--help', '']]) {
  test(`no text is found for ${JSON.stringify(argv)}`, () =>
    assert.equal(printedText({ argv, file }), undefined));
}

test('without a file of texts, or with one that is none, no text is found', () => {
  const argv = ['--help'];
  const missing = pathToFileURL(join(folder, 'missing.json'));
  assert.equal(printedText({ argv, file: missing }), undefined);
  for (const [name, text] of Object.entries({ broken: '{"', empty: '{}', none: 'null' })) {
    assert.equal(printedText({ argv, file: fileOf(name, text) }), undefined, name);
  }
});
