import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pageNamed } from '../helpers/docs/pages.ts';
import { scripts } from '../helpers/package/package.ts';

/** The script of a row's last cell: "`npm run bench:start`", "`npm test`; made by …". */
function scriptIn(cell: string): string | undefined {
  const [, first = '', second = ''] = /^`npm ([\w:-]+)(?: ([\w:-]+))?`/.exec(cell) ?? [];
  return first === 'run' ? second : first;
}

for (const path of ['docs/how-fast.md', 'docs/how-accurate.md']) {
  suite(path, () => {
    const { tables, text } = pageNamed(path);
    test('has tables whose last column is the command', () => {
      assert.ok(tables.length > 0);
      for (const { head } of tables) {
        assert.equal(head.at(-1), 'command');
      }
    });

    for (const row of tables.flatMap(({ rows }) => rows)) {
      test(`names a command that exists for: ${row[0]}`, () => {
        const script = scriptIn(row.at(-1) ?? '') ?? '';
        assert.ok(Object.hasOwn(scripts, script), `no script ${script}`);
      });
    }

    test('measures nothing outside of its tables', () => {
      const prose = text.replaceAll(/^\|.*$/gm, '');
      assert.doesNotMatch(prose, /\d (?:ms|s|µs|%)(?![\w])/);
    });
  });
}
