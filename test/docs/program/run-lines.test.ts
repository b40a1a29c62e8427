import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pages } from '../../helpers/docs/pages.ts';
import { quick } from '../../helpers/terminal/terminal-screens.ts';
import { printedBy, runWithout } from '../../helpers/terminal/terminal-free.ts';
import { environment, program, stateHome } from '../../helpers/terminal/terminal.ts';

/** Lines with fibtui that are not run here, and why. */
const notRun: Readonly<Record<string, string>> = {
  'fibtui demo': 'needs a terminal: test/terminal/demo.test.ts opens one',
  'fibtui demo --offline': 'needs a terminal: test/terminal/demo.test.ts opens one',
  'fibtui demo --record demo.cast': 'measures at full size for most of a minute',
};

const needsRay = (line: string): boolean => / --ray\b/.test(line);

/** Doctor exits with 3 where the machine is not fit, such as while other tests run. */
const isAboutMachine = (line: string): boolean => /^fibtui doctor\b/.test(line);
const checking = /^fibtui: checking this machine.*\n/;

/** Without its comment. */
const bare = (line: string): string => line.replace(/ +# .*/, '');

const lines = [...new Set(pages.flatMap(({ commands }) => commands.map(bare)))].filter((line) =>
  line.startsWith('fibtui'),
);

const folder = mkdtempSync(join(tmpdir(), 'fibtui-docs-'));

before(async () => {
  for (const size of ['1k', '2k']) {
    const { code } = await runWithout('--size', size, '--tasks', '4', '--rounds', '2', '--save');
    assert.equal(code, 0);
  }

  const [saved] = globSync('fibtui/runs/*.json.gz', { cwd: stateHome });
  copyFileSync(join(stateHome, saved!), join(folder, 'RUN.json.gz'));
  mkdirSync(join(folder, 'bin'));
  const command = `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`;
  writeFileSync(join(folder, 'bin', 'fibtui'), command, { mode: 0o755 });
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** The line as somebody types it, with small sizes by default. */
async function typed(line: string) {
  const path = [join(folder, 'bin'), process.env['PATH']].join(delimiter);
  const env = environment({ PATH: path, FIBTUI_OPTIONS: quick.join(' ') });
  return printedBy(['/bin/sh', '-ec', line], { cwd: folder, env });
}

const hasJq = (() => {
  try {
    execFileSync('jq', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

suite('a line to type in the README and the docs, run in a pipe', () => {
  for (const line of lines.filter((one) => !needsRay(one) && !(one in notRun))) {
    const skip = line.includes('| jq') && !hasJq ? 'no jq on this machine' : false;
    test(line, { skip }, async () => {
      const { code, stdout, stderr } = await typed(line);
      assert.equal(stderr.replace(checking, ''), '');
      assert.doesNotMatch(stdout, /\bnull\b/, 'jq finds no such field');
      assert.ok(code === 0 || (isAboutMachine(line) && code === 3), `exits with ${code}`);
    });
  }

  test('all that are left out are there', () => {
    assert.deepEqual(
      Object.keys(notRun).filter((line) => !lines.includes(line)),
      [],
    );
  });
});
