import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { suite, test } from 'node:test';
import { partNames } from '../../source/core/report/figures/parts.ts';
import { workloadNames } from '../../source/core/plan/workload.ts';
import { engineNames } from '../../source/core/plan/settings.ts';
import { readOptions } from '../../source/options/read-options.ts';
import { pageNamed, pages, type Table } from '../helpers/docs/pages.ts';
import { randomRun } from '../helpers/profiles/runs.ts';
import { root, scripts } from '../helpers/package/package.ts';

/** The first cells of the rows below this heading of a first column. */
function firstCells(path: string, heading: string): readonly string[] {
  const { tables } = pageNamed(path);
  const found = tables.find(({ head }: Table) => head[0] === heading);
  return found?.rows.map(([cell = '']) => cell.replaceAll('`', '')) ?? [];
}

suite('the page on results', () => {
  test('explains every row of where the time went, by its name on the screen', () => {
    assert.deepEqual(firstCells('docs/results.md', 'row'), [...partNames, 'everything else']);
  });

  test('explains every engine', () => {
    assert.deepEqual(firstCells('docs/results.md', 'engine'), [...engineNames]);
  });

  test('explains every workload', () => {
    assert.deepEqual(firstCells('docs/results.md', 'workload'), [...workloadNames]);
  });
});

suite('the page on JSON', () => {
  test('explains every field of a report', () => {
    const reports = Array.from({ length: 40 }, (_, seed) => randomRun(seed).report);
    const fields = new Set(reports.flatMap((report) => Object.keys(report)));
    const explained = firstCells('docs/json.md', 'field').flatMap((cell) => cell.split(', '));
    assert.deepEqual(new Set(explained.map((name) => name.replace('[]', ''))), fields);
  });
});

/** Code that stands in a sentence: "`npm run bench:pool`" is what it begins with. */
const codesWith = (begin: RegExp) =>
  pages.flatMap(({ path, codes }) =>
    codes.filter((code) => begin.test(code)).map((code) => ({ path, code })),
  );

/** Neither the background of a shell nor a place for a word. */
const isTyped = (word: string): boolean => word !== '&' && !word.startsWith('[');

suite('a name in a sentence of the README and the docs', () => {
  test('is a script, where npm runs it', () => {
    const unknown = codesWith(/^npm run /).filter(({ code }) => {
      const [, name = ''] = /^npm run (\S+)/.exec(code) ?? [];
      return !Object.hasOwn(scripts, name) && !name.includes('…');
    });
    assert.deepEqual(unknown, []);
  });

  test('is a file or a folder, where it looks like one', () => {
    const unknown = codesWith(/^(source|test|lint|benchmark|media)\/\S*$/).filter(
      ({ code }) => globSync(code.replace(/\/$/, ''), { cwd: root }).length === 0,
    );
    assert.deepEqual(unknown, []);
  });

  test('is taken by fibtui, where it is a whole command', () => {
    const problems = codesWith(/^fibtui [a-z-]/).flatMap(({ path, code }) => {
      const words = code.split(' ').slice(1);
      try {
        readOptions(words.filter(isTyped), '1.2.3');
        return [];
      } catch (error) {
        return [`${path}: ${code}: ${String(error)}`];
      }
    });
    assert.deepEqual(problems, []);
  });
});
