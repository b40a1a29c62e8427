import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import type { Diagnosis } from '../../source/core/doctor/diagnosis.ts';
import { printedBy, type Printed } from '../helpers/terminal/terminal-free.ts';
import { environment, openTerminal, program } from '../helpers/terminal/terminal.ts';

type Env = Readonly<Record<string, string>>;

const examined = async (args: readonly string[], env: Env = {}): Promise<Printed> =>
  printedBy([process.execPath, program, 'doctor', ...args], { env: environment(env) });

const lastLine = ({ stdout }: Pick<Printed, 'stdout'>): string =>
  stdout.trimEnd().split('\n\n').at(-1) ?? '';

const waiting =
  'fibtui: checking this machine and what else runs on it; this takes a few seconds\n';

/** A program that takes a CPU; it is ended when the test ends. */
function takeCpu(t: TestContext): void {
  const hog = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  t.after(() => hog.kill('SIGKILL'));
}

suite('without a terminal', () => {
  test('it is plain text that ends in the answer, and the exit code says the same', async () => {
    const printed = await examined([]);
    assert.equal(printed.stderr, waiting);
    assert.ok(!printed.stdout.includes('\x1b'), printed.stdout);
    assert.match(printed.stdout, /^Terminal ✓ no terminal: a run starts at once/m);
    assert.match(printed.stdout, /^Runs +✓ no saved run yet in \//m);
    assert.match(lastLine(printed), printed.code === 0 ? /^Ready: / : /^\d+ things? would /);
    assert.ok(printed.code === 0 || printed.code === 3, String(printed.code));
  });

  test('where other programs take every CPU it warns', async (t) => {
    os.cpus().forEach(() => takeCpu(t));
    const { code, stdout } = await examined(['--json']);
    const { ready, checks, load, machine } = JSON.parse(stdout) as Diagnosis;
    const found = checks.find(({ name }) => name === 'other-load');
    assert.deepEqual([code, ready, found?.level], [3, false, 'warn']);
    assert.match(found?.remedy ?? '', /--wait-quiet/);
    assert.ok((load?.others ?? 0) > 0.15);
    assert.equal(machine.node, process.versions.node);
  });

  test('a cluster that the environment names is told, and not asked', async (t) => {
    let requests = 0;
    const server = createServer((_, answer) => {
      requests++;
      answer.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    t.after(() => server.close());
    await once(server, 'listening');
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const unasked = await examined([], { RAY_ADDRESS: at });
    assert.match(unasked.stdout, new RegExp(`^Ray +\\? RAY_ADDRESS names ${at}: not asked`, 'm'));
    assert.equal(requests, 0);
    const asked = await examined(['--ray', at]);
    assert.match(asked.stdout, /^Ray +▲ /m);
    assert.match(lastLine(asked), /would .*\bRay\./s);
    assert.equal(asked.code, 3);
    assert.ok(requests > 0);
  });

  test('a Python that never answers is waited for, and then it goes on', async (t) => {
    const python = join(await mkdtemp(join(os.tmpdir(), 'fibtui-doctor-')), 'python');
    t.after(async () => rm(dirname(python), { recursive: true }));
    // Its input ends with fibtui.
    await writeFile(python, '#!/bin/sh\nexec cat >/dev/null\n', { mode: 0o755 });
    const { code, stdout } = await examined(['--ray-python', python]);
    assert.match(stdout, /^Python .* did not report its version/m);
    assert.match(lastLine({ stdout }), /^Ready: |^\d+ things? would /);
    assert.ok(code === 0 || code === 3, String(code));
  });
});

/** The load stands still: on a busy machine, too, other programs are no warning. */
const hiding =
  'mount -t tmpfs none /sys && cat /proc/stat >/sys/stat && mount --bind /sys/stat /proc/stat';
const hidden = ['/bin/sh', '-c', `${hiding} && exec "$0" "$@"`];
const unshared = ['unshare', '--mount', ...hidden] as const;
const canHide = spawnSync('unshare', ['--mount', ...hidden, 'true']).status === 0;

suite('in a container without /sys', { skip: canHide ? false : 'needs unshare and root' }, () => {
  test('what is hidden is not reported, in one line, and it is ready', async () => {
    const printed = await printedBy([...unshared, process.execPath, program, 'doctor']);
    const text = printed.stdout.replaceAll(/\n +/g, ' ');
    assert.match(text, /\? not reported on this machine: .*throttling, governor, .*temperature/);
    assert.match(lastLine(printed), /^Ready: nothing that is known here would distort a run/);
    assert.equal(printed.code, 0);
  });
});

suite('on a terminal', () => {
  const args = ['doctor'];

  test('it is asked for its background, and shows while it samples', async () => {
    using terminal = openTerminal({ args, columns: 120, rows: 40 });
    await terminal.until(() => terminal.output().includes('\x1b]11;?'));
    terminal.press('\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\');
    await terminal.until(/sampling what other programs use, \d s left/);
    const { code } = await terminal.exited;
    assert.match(
      terminal.printed(),
      /120 columns x 40 rows, all colours, on a light background \(as it says\), in UTF-8/,
    );
    assert.doesNotMatch(terminal.printed(), /sampling|rgb:/);
    assert.ok(code === 0 || code === 3, String(code));
  });

  for (const [when, wanted] of [
    ['while the terminal is asked', 'checking this machine'],
    ['while it samples', /sampling what other programs use/],
  ] as const) {
    test(`Ctrl+C ${when} ends it, and leaves nothing behind`, async () => {
      using terminal = openTerminal({ args });
      await terminal.until(wanted);
      terminal.press('ctrl+c');
      assert.deepEqual(await terminal.exited, { code: 130, signal: undefined });
      assert.equal(terminal.printed().replaceAll('^C', '').trim(), '');
    });
  }
});
