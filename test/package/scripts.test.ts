import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { suite, test } from 'node:test';
import { printedBy } from '../helpers/terminal/terminal-free.ts';
import { root, scripts } from '../helpers/package/package.ts';

suite('npm scripts', () => {
  for (const [name, command] of Object.entries(scripts)) {
    for (const [, pattern = ''] of command.matchAll(/"([^"]*\*[^"]*)"/g)) {
      test(`${name}: a file matches ${pattern}`, () => {
        assert.notDeepEqual(globSync(pattern, { cwd: root }), []);
      });
    }

    if (command.includes('--test ')) {
      test(`${name} quotes its patterns as every shell reads them, Windows' too`, () => {
        assert.match(command, /"[^"]*\*[^"]*"/);
        assert.doesNotMatch(command, /'/);
      });

      test(`${name} fails where no test runs`, async () => {
        const [, ...flags] = command
          .replaceAll(/"[^"]*"/g, '')
          .trim()
          .split(/ +/);
        const nothing = 'test/no-such-folder/**/*.test.ts';
        const { code, stdout } = await printedBy([process.execPath, ...flags, nothing]);
        assert.match(stdout, /^ℹ tests 0$/m);
        assert.match(stdout, /^No test ran/m);
        assert.equal(code, 1);
      });
    }
  }
});
