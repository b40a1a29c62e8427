import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { pageNamed, pageOf, pages, type Page } from '../helpers/docs/pages.ts';
import { root } from '../helpers/package/package.ts';

const isRemote = (target: string): boolean => /^[a-z]+:/.test(target);

/** Why a link or a picture of a page leads nowhere; undefined if it leads somewhere. */
function problemOf(page: Page, target: string): string | undefined {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? page.path : join(dirname(page.path), file).replaceAll('\\', '/');
  if (file !== '' && !existsSync(join(root, path))) {
    return `${target}: there is no ${path}`;
  }

  if (anchor === undefined) {
    return undefined;
  }

  const { anchors } = file === '' ? page : pageNamed(path);
  return anchors.has(anchor) ? undefined : `${target}: ${path} has no heading #${anchor}`;
}

for (const page of pages) {
  suite(page.path, () => {
    test('has only links and pictures that exist', () => {
      const own = page.targets.filter((target) => !isRemote(target));
      assert.deepEqual(
        own.flatMap((target) => problemOf(page, target) ?? []),
        [],
      );
    });

    test('shows no picture from elsewhere', () => {
      assert.deepEqual(page.pictures.filter(isRemote), []);
    });
  });
}

suite('what looks for them', () => {
  const page = pageOf(
    'docs/x.md',
    '# A `b` c\n\n[a](#a-b-c) [b](#d) ![c](../media/no.svg)\n\n<img src="https://x.org/y.png">',
  );

  test('finds every target and picture', () => {
    assert.deepEqual(page.targets, ['#a-b-c', '#d', '../media/no.svg', 'https://x.org/y.png']);
    assert.deepEqual(page.pictures, ['../media/no.svg', 'https://x.org/y.png']);
  });

  test('says what is missing', () => {
    assert.equal(problemOf(page, '#a-b-c'), undefined);
    assert.equal(problemOf(page, '#d'), '#d: docs/x.md has no heading #d');
    assert.equal(problemOf(page, '../media/no.svg'), '../media/no.svg: there is no media/no.svg');
  });
});
