import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { printedBy } from '../helpers/terminal/terminal-free.ts';
import { quick } from '../helpers/terminal/terminal-screens.ts';
import { environment, openTerminal, program, root } from '../helpers/terminal/terminal.ts';

/** Puts this test's Node first on the PATH. */
const env = environment({
  PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
});

let folder = '';
let installed = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fibtui-installed-'));
  installed = join(folder, 'node_modules', '.bin', 'fibtui');
  await npm(root, 'pack', '--ignore-scripts', '--pack-destination', folder);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  assert.ok(tarball);
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(folder, 'install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`);
});

after(async () => rm(folder, { recursive: true, force: true }));

test('the installed program prints a report', async () => {
  const { code, stdout, stderr } = await printedBy([installed, ...quick, '--json'], {
    env,
    cwd: folder,
  });
  assert.equal(stderr, '');
  assert.ok(JSON.parse(stdout));
  assert.equal(code, 0);
});

test('the installed program opens its screen and quits', async () => {
  using terminal = openTerminal({ command: [installed], args: quick, env });
  await terminal.until('SETUP');
  terminal.press('q');
  assert.equal((await terminal.exited).code, 0);
});

test('what is installed is the built program and its papers, and no source', async () => {
  const files = await readdir(join(folder, 'node_modules', 'fibtui'), { recursive: true });
  const strangers = files.filter(
    (name) =>
      !/^(dist|dist.[\w-]+\.(js|wasm)|dist.fibtui_driver\.py|dist.demo|dist.demo.\w+\.json\.gz|dist.LICENSES\.txt|dist.printed\.json|package\.json|README\.md|LICENSE)$/.test(
        name,
      ),
  );
  assert.deepEqual(strangers, []);
});

const other = otherNode();

test(
  "the built program runs on the system's own Node",
  { skip: other ? false : 'no other Node from 20.19 on in PATH' },
  async () => {
    const { code, stdout, stderr } = await printedBy([other ?? '', program, ...quick]);
    assert.match(stdout, /^VERDICT/m);
    assert.equal(stderr, '');
    assert.equal(code, 0);
  },
);

/** A supported Node of another version, installed outside any project. */
function otherNode(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((path) => path !== '' && !path.includes('node_modules'))
    .map((path) => join(path, 'node'))
    .filter((path) => existsSync(path))
    .find((path) => {
      const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
      const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
      const supported = major > 20 || (major === 20 && minor >= 19);
      return supported && version !== process.version;
    });
}

async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await printedBy(['npm', ...args], { cwd, env });
  assert.equal(code, 0, `npm ${args.join(' ')}:\n${stdout}${stderr}`);
}
