import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import type { Report } from '../../source/core/report/report.ts';
import { annotationsOf } from '../../source/output/annotations.ts';
import { printedBy, runWithout } from '../helpers/terminal/terminal-free.ts';
import { endless, laterProgress, quick } from '../helpers/terminal/terminal-screens.ts';
import { environment, openTerminal, program, root } from '../helpers/terminal/terminal.ts';

test('without a terminal the plan runs at once and its summary is printed', async () => {
  const { code, stdout, stderr } = await runWithout(...quick);
  assert.match(stdout, /^fibtui \S+ {3}list, 2,000 terms, 4 tasks, 2 rounds\b/);
  assert.match(stdout, /^ {2}local .*\n {2}pool .*\n(.*\n)*VERDICT {2}pool is .*\n( {9}.*\n)*$/m);
  assert.ok(!stdout.includes('\u001B'));
  assert.equal(stderr, '');
  assert.equal(code, 0);
});

test('--json prints one document and nothing else', async () => {
  const { code, stdout, stderr } = await runWithout(...quick, '--json');
  const report: unknown = JSON.parse(stdout);
  assert.ok(typeof report === 'object' && report !== null && 'verdict' in report);
  assert.ok(stdout.startsWith('{') && stdout.endsWith('}\n'));
  assert.equal(stderr, '');
  assert.equal(code, 0);
});

test('in the report of a real run the parts and the speed-up add up to the workers', async () => {
  const { stdout } = await runWithout('--size', '20k', '--tasks', '20', '--rounds', '3', '--json');
  const { cases } = JSON.parse(stdout) as Report;
  const { budget, pop, workers, speedup, efficiency } = cases.find(({ id }) => id === 'pool')!;
  const lost = budget!.parts.reduce((added, part) => added + part.workers, 0);
  assert.ok(Math.abs(speedup!.value + lost - workers) < 1e-9 * workers, `${lost}`);
  const { computationScaling, loadBalance, orchestration, localOverhead } = pop!;
  const product = computationScaling * loadBalance * orchestration * localOverhead;
  assert.ok(Math.abs(product / efficiency! - 1) < 1e-9);
});

test('in a pipe the summary has colours where they are asked for', async () => {
  const env = environment({ FORCE_COLOR: '1' });
  const { stdout } = await printedBy([process.execPath, program, ...quick], { env });
  assert.ok(stdout.includes('\n\u001B[1mVERDICT '), stdout);
});

test('in GitHub Actions standard output stays as it is, and warnings go to standard error', async () => {
  const env = environment({ GITHUB_ACTIONS: 'true' });
  const nowhere = ['--engines', 'local,ray', '--ray', 'http://127.0.0.1:1'];
  const small = ['--size', '2k', '--tasks', '4', '--rounds', '1'];
  const { code, stdout, stderr } = await printedBy(
    [process.execPath, program, ...small, ...nowhere, '--json'],
    { env },
  );
  const marked = stderr.split('\n').filter((line) => line.startsWith('::'));
  assert.deepEqual(marked, annotationsOf(JSON.parse(stdout) as Report));
  assert.match(
    marked.join('\n'),
    /^::warning title=fibtui::ray, round 1 failed: .*127\.0\.0\.1:1/m,
  );
  assert.equal(code, 1);
});

test('--ascii prints a summary of ASCII characters alone', async () => {
  const { stdout } = await runWithout(...quick, '--ascii');
  assert.doesNotMatch(stdout, /\P{ASCII}/u);
  assert.match(stdout, /^ {2}local .* =+/m);
});

const misuses: Readonly<Record<string, readonly string[]>> = {
  'an unknown flag': ['--siz', '5'],
  'a size out of range': ['--size', '300001'],
  'a word for a number': ['--rounds', 'many'],
  'an unknown engine': ['--engines', 'local,warp'],
  'a flag without its value': ['--size'],
  'an argument too many': ['50000'],
  'a plan that does not fit into memory': [
    '--size',
    '300k',
    '--tasks',
    '1024',
    '--workers',
    '1024',
  ],
  'a plan whose task times do not fit': ['--tasks', '1000000', '--rounds', '50'],
};

for (const [what, args] of Object.entries(misuses)) {
  test(`${what} is answered with one line on stderr and 2`, async () => {
    const { code, stdout, stderr } = await runWithout(...args);
    assert.match(stderr, /^fibtui: [^\n]+[.?)]\n$/);
    assert.equal(stdout, '');
    assert.equal(code, 2);
  });
}

test('with TERM=dumb the plan runs plainly, with its progress in one row, which goes', async () => {
  using terminal = openTerminal({ args: quick, columns: 200, env: { TERM: 'dumb' } });
  assert.equal((await terminal.exited).code, 0);
  assert.match(terminal.output(), /\rround \d of 2 {3}(local|pool) /);
  assert.doesNotMatch(terminal.printed(), /warming up|round \d of 2/);
  assert.match(terminal.printed(), /^VERDICT/m);
  assert.ok(!terminal.output().includes('\u001B'));
});

test('--quiet shows no progress', async () => {
  const env = { TERM: 'dumb' };
  using terminal = openTerminal({ args: [...quick, '--quiet'], columns: 200, env });
  assert.equal((await terminal.exited).code, 0);
  assert.match(terminal.output(), /^fibtui /);
});

test('with standard input from elsewhere the plan runs plainly', async () => {
  const command = ['sh', '-c', 'exec "$0" "$@" < /dev/null', process.execPath, program] as const;
  const env = { NO_COLOR: '1' };
  using terminal = openTerminal({ command: [...command], args: quick, columns: 200, env });
  assert.equal((await terminal.exited).code, 0);
  assert.match(terminal.printed(), /^VERDICT/m);
  assert.ok(!terminal.output().includes('\u001B'));
});

test('ctrl+c prints what was measured until then and ends with 130', async () => {
  using terminal = openTerminal({ args: endless, columns: 200, env: { TERM: 'dumb' } });
  await terminal.until(laterProgress);
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assert.match(terminal.printed(), /^VERDICT/m);
  assert.match(
    terminal.printed(),
    /^stopped after \d+ of 1,000 rounds: only what had finished counts/m,
  );
});

test('SIGTERM prints the report of what was measured until then and ends with 143', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-'));
  const file = join(folder, 'report.json');
  const command = ['sh', '-c', `exec "$0" "$@" > '${file}'`, process.execPath, program] as const;
  using terminal = openTerminal({ command: [...command], args: [...endless, '--json'] });
  await terminal.until(laterProgress);
  terminal.signal('SIGTERM');
  assert.equal((await terminal.exited).code, 143);
  const report: unknown = JSON.parse(await readFile(file, 'utf8'));
  assert.ok(typeof report === 'object' && report !== null && 'finished' in report);
  assert.equal(report.finished, false);
  await rm(folder, { recursive: true });
});

test('a reader that goes away is no reason to complain', async () => {
  const child = spawn(process.execPath, [program, ...quick], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const stderr = await text(child.stderr);
  assert.equal(stderr, '');
});

const onLinux = { skip: process.platform === 'linux' ? false : 'told on Linux' };

test('on Linux every pass tells what went on around it', onLinux, async () => {
  // Long enough for the kernel's CPU accounting to advance, even on a much faster machine.
  const long = ['--workload', 'pair', '--size', '50k', '--tasks', '60', '--workers', '2'];
  const { stdout } = await runWithout(...long, '--rounds', '1', '--json');
  const { passes, trust } = JSON.parse(stdout) as Report;
  for (const pass of passes) {
    assert.ok(pass.status === 'finished' && pass.conditions);
    const { during, own = Number.NaN, others = Number.NaN } = pass.conditions;
    assert.ok(during >= pass.wall && own >= 0 && others >= 0);
  }

  assert.ok(trust.some(({ name, level }) => name === 'other-load' && level !== 'unknown'));
});
