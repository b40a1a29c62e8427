import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { printedBy, unwrapped } from '../helpers/terminal/terminal-free.ts';
import { quick } from '../helpers/terminal/terminal-screens.ts';
import { program } from '../helpers/terminal/terminal.ts';

/** Runs a line of shell in which `fibtui` is the built program. */
const shell = async (line: string) =>
  printedBy(['bash', '-c', `fibtui() { "$0" '${program}' "$@"; }; ${line}`, process.execPath]);

const plan = quick.join(' ');
const skip = process.platform === 'win32';

for (const args of [plan, `${plan} --json`, '--help']) {
  test(
    `a reader of "${args}" that takes one line and goes is no reason to complain`,
    { skip },
    async () => {
      const { stdout, stderr } = await shell(`fibtui ${args} | head -1; exit \${PIPESTATUS[0]}`);
      assert.equal(stdout.split('\n').length, 2);
      assert.equal(stderr, '');
    },
  );

  test(
    `a full disk under "${args}" is said in one sentence and ends with 1`,
    { skip: !existsSync('/dev/full') },
    async () => {
      const { code, stderr } = await shell(`fibtui ${args} > /dev/full`);
      assert.match(stderr, /^fibtui: Standard output cannot take more \(ENOSPC.*\)\. .+\.\n$/);
      assert.equal(code, 1);
    },
  );
}

for (const [what, redirection] of Object.entries({
  'standard error closed': '2>&-',
  'standard error full': '2>/dev/full',
  'standard input closed': '<&-',
  'standard input empty': '</dev/null',
})) {
  test(`with ${what} the plan runs and ends with 0`, { skip }, async () => {
    const { code, stdout, stderr } = await shell(`fibtui ${plan} ${redirection}`);
    assert.match(stdout, /^VERDICT/m);
    assert.deepEqual([code, stderr], [0, '']);
  });
}

test('with standard output closed the plan runs and says nothing', { skip }, async () => {
  assert.deepEqual(await shell(`fibtui ${plan} >&-`), { code: 0, stdout: '', stderr: '' });
});

test('bad usage ends with 2 even where nobody can be told', { skip }, async () => {
  assert.deepEqual(await shell('fibtui --siz 2>&-'), { code: 2, stdout: '', stderr: '' });
});

test(
  'addresses that the system refuses fail the passes that need them, and no others',
  { skip: process.platform !== 'linux' },
  async () => {
    // Each arena reserves more than 4 GiB of address space: enough for a few workers, not for 32.
    const { code, stdout } = await shell(`ulimit -v 100000000; fibtui ${plan} --workers 32`);
    assert.match(stdout, /^ {2}local .* ▇+$/m);
    assert.match(
      unwrapped(stdout),
      /^Failed: +pool, rounds 1 and 2 failed: The system has too little address space for pool: each of its 32 workers /m,
    );
    assert.equal(code, 1);
  },
);
