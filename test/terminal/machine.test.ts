import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os, { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { after, before, suite, test } from 'node:test';
import type { Report } from '../../source/core/report/report.ts';
import { cpuName } from '../../source/machine/cpus/processor.ts';
import { printedBy, unwrapped } from '../helpers/terminal/terminal-free.ts';
import { environment, openTerminal, program, root } from '../helpers/terminal/terminal.ts';

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fibtui-machine-'));
});

after(async () => rm(folder, { recursive: true, force: true }));

/** An environment whose first `lscpu` is this script. */
async function withLscpu(script: string): Promise<Readonly<Record<string, string>>> {
  const file = join(folder, 'lscpu');
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return { PATH: [folder, process.env['PATH'] ?? ''].join(delimiter) };
}

/** A shell that stays when the program has ended: the end of the terminal would end every process in it. */
const shell = [
  '/bin/sh',
  '-c',
  '"$0" "$@"; echo left; read line',
  process.execPath,
  program,
] as const;

/** The process that wrote its number to a file. */
async function pidIn(file: string): Promise<number> {
  while (!existsSync(file) || !(await readFile(file, 'utf8')).endsWith('\n')) {
    await setTimeout(20);
  }

  return Number(await readFile(file, 'utf8'));
}

suite('programs that are asked about the machine', { skip: process.platform !== 'linux' }, () => {
  for (const [what, press] of [
    ['ends', 'q'],
    ['is interrupted', 'ctrl+c'],
  ] as const) {
    test(`one that never ends is ended when the program ${what}`, async () => {
      const file = join(folder, what);
      const env = await withLscpu(`echo $$ >'${file}'; while :; do :; done`);
      using terminal = openTerminal({ env, command: shell });
      await terminal.until('in all');
      const pid = await pidIn(file);
      assert.ok(existsSync(`/proc/${pid}/exe`));
      terminal.press(press);
      await terminal.until('left');
      // The kernel takes a moment to end a killed process.
      for (let looks = 0; looks < 100 && existsSync(`/proc/${pid}/exe`); looks++) {
        await setTimeout(20);
      }

      assert.ok(!existsSync(`/proc/${pid}/exe`), 'it runs on');
    });
  }

  test('what they call the CPU does not replace the kernel’s own name', async () => {
    const env = await withLscpu('echo "Model name: 13th Gen Intel(R) Core(TM) i7-13700K"');
    const { stdout } = await printedBy([process.execPath, program, ...tiny], {
      env: environment(env),
    });
    const { machine } = JSON.parse(stdout) as Report;
    assert.equal(machine.cpu, cpuName(os.cpus()[0]!.model));
  });
});

const tiny = ['--json', '--size', '1k', '--tasks', '2', '--rounds', '1'] as const;

/** A user that no list of users knows, without HOME. */
const homeless = ['setpriv', '--reuid', '54321', '--regid', '54321', '--clear-groups'] as const;
const canBeHomeless =
  process.getuid?.() === 0 && spawnSync(homeless[0], [...homeless.slice(1), 'true']).status === 0;

suite('a user without a home', { skip: canBeHomeless ? false : 'needs root and setpriv' }, () => {
  const unset = ['HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'].flatMap((name) => ['-u', name]);
  const command = [...homeless, 'env', ...unset, process.execPath, program] as const;

  test('gets the report, and a word about the run that cannot be kept', async () => {
    const { code, stdout, stderr } = await printedBy([...command, ...tiny, '--save']);
    assert.match(
      stderr,
      /^fibtui: The run could not be saved: there is no home folder\. Set HOME .*\n$/,
    );
    assert.ok(JSON.parse(stdout));
    assert.equal(code, 0);
  });

  test('gets the screen', async () => {
    using terminal = openTerminal({ command });
    await terminal.until('in all');
    terminal.press('q');
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
  });
});

suite('a current folder that was removed', { skip: process.platform === 'win32' }, () => {
  const inGone = async (...args: readonly string[]) => {
    const gone = join(folder, 'gone');
    const script = 'mkdir -p "$0" && cd "$0" && rmdir "$0" && exec "$@"';
    return printedBy(['/bin/sh', '-c', script, gone, process.execPath, program, ...args]);
  };

  test('is named', async () => {
    const { code, stderr } = await inGone(...tiny);
    assert.equal(
      stderr,
      `fibtui: the current folder, ${join(folder, 'gone')}, has been removed: change to another one and start fibtui there.\n`,
    );
    assert.equal(code, 2);
  });

  test('is no hindrance to what measures nothing', async () => {
    const { code, stderr } = await inGone('replay', join(root, 'media/runs/first.json.gz'));
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });
});

/** The program as a shell starts it that has set a limit. */
const limited = async (limit: string, ...args: readonly string[]) =>
  printedBy(['/bin/bash', '-c', `${limit}; exec "$0" "$@"`, process.execPath, program, ...args]);

suite('a limit of the shell', { skip: process.platform !== 'linux' }, () => {
  const plan = ['--size', '2k', '--tasks', '8', '--rounds', '1'] as const;

  test('of addresses is named as that', async () => {
    const { stdout, stderr } = await limited(
      'ulimit -v 8000000',
      '--workload',
      'pair',
      ...plan,
      '--workers',
      '8',
    );
    const said = unwrapped(`${stdout}${stderr}`).replace(/^Again: .*$/m, '');
    assert.match(said, /ulimit -v/);
    assert.doesNotMatch(said, /workload pair|ulimit -u/);
  });

  test('of files is named as that, for a thread and for the process that measures', async () => {
    for (const files of [26, 40]) {
      const { stdout, stderr } = await limited(`ulimit -n ${files}`, ...plan, '--workers', '8');
      assert.match(unwrapped(`${stdout}${stderr}`), /ulimit -n/);
      assert.doesNotMatch(`${stdout}${stderr}`, /ulimit -u/);
    }
  });
});

suite('a Node that cannot run the kernel', () => {
  const lacks = {
    '--jitless':
      /need WebAssembly, which this Node runs without \(--jitless\)\. .*--workload bigint/,
    ...(process.arch === 'x64'
      ? { '--no-enable-sse4-1': /need SIMD instructions .* lacks\. .*--workload bigint/ }
      : {}),
  };
  for (const [flag, sentence] of Object.entries(lacks)) {
    test(`${flag}: says what lacks and what still runs, which does`, async () => {
      const refused = await printedBy([process.execPath, flag, program, ...tiny]);
      assert.match(refused.stderr, sentence);
      assert.equal(refused.code, 1);
      const { code, stdout, stderr } = await printedBy([
        process.execPath,
        flag,
        program,
        ...tiny,
        '--workload',
        'bigint',
      ]);
      assert.equal(stderr, '');
      assert.ok((JSON.parse(stdout) as Report).cases.every(({ median }) => median !== undefined));
      assert.equal(code, 0);
    });
  }

  test('--jitless has no screen either, and says so', async () => {
    using terminal = openTerminal({ command: [process.execPath, '--jitless', program] });
    assert.deepEqual(await terminal.exited, { code: 2, signal: undefined });
    assert.match(terminal.printed(), /The screen needs WebAssembly.*--json/s);
    assert.equal(terminal.buffer(), 'normal');
  });
});
