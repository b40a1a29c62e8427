import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pageNamed, pages } from '../helpers/docs/pages.ts';

const readme = pageNamed('README.md');

suite('the README', () => {
  test('is a page and a half: 150 lines at most', () => {
    assert.ok(readme.text.trimEnd().split('\n').length <= 150);
  });

  test('begins with the question, and then the film', () => {
    const [title, question] = readme.text.split('\n\n');
    assert.equal(title, '# fibtui');
    assert.match(question ?? '', /\?\*\*$/);
    assert.equal(readme.pictures[0], 'media/demo.svg');
  });

  test('tells first of all how to start it', () => {
    assert.equal(readme.commands[0], 'npm ci && npm start');
  });

  test('links every page of the docs', () => {
    const others = pages.map(({ path }) => path).filter((path) => path !== readme.path);
    assert.deepEqual(
      others.filter((path) => !readme.targets.includes(path)),
      [],
    );
  });
});
