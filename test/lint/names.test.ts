import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');

/** Writes the settings of the project there, so that its rules and its exceptions hold for that folder. */
async function configure(folder: string): Promise<void> {
  const text = await readFile(join(root, '.oxlintrc.json'), 'utf8');
  const { $schema: _, ...config } = JSON.parse(text) as Record<string, unknown>;
  const jsPlugins = [join(root, 'lint/plugin.ts')];
  await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, jsPlugins }));
}

/** The lines on which the rule finds a name. */
async function linesFound(folder: string, file: string, text: string): Promise<readonly number[]> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const printed = await new Promise<string>((resolve) => {
    execFile(process.execPath, [oxlint, '--format=unix', path], { cwd: folder }, (_, stdout) =>
      resolve(stdout),
    );
  });
  return printed
    .split('\n')
    .filter((line) => line.includes("Ask for a trait, not for '"))
    .map((line) => Number(/:(\d+):\d+:/.exec(line)?.[1]));
}

const comparisons = `
export const a = (engine: string) => engine === 'ray';
export const b = (engine: string) => 'local' !== engine;
export const c = (engines: readonly string[]) => engines.includes('pool');
export const d = (workload: string) => ['list', 'pair'].includes(workload);
export function e(workload: string): number {
  switch (workload) {
    case 'bigint':
      return 1;
    default:
      return 2;
  }
}
`;

const others = `
export const a: readonly string[] = ['local', 'pool'];
export const b = (engine: string) => engine === 'cluster';
export const c = { ray: 1 };
`;

suite('a comparison with the name of an engine or a workload', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fibtui-names-'));
    await configure(folder);
  });
  after(async () => rm(folder, { recursive: true }));

  test('is found, however it compares', async () => {
    assert.deepEqual(await linesFound(folder, 'source/ui/a.ts', comparisons), [2, 3, 4, 5, 8]);
  });

  test('is left alone in the folder of an engine, and where the traits are', async () => {
    for (const file of ['engines/ray/a.ts', 'engines/pool/a.ts', 'core/plan/engines.ts']) {
      assert.deepEqual(await linesFound(folder, `source/${file}`, comparisons), [], file);
    }
  });

  test('is not seen where nothing is compared', async () => {
    assert.deepEqual(await linesFound(folder, 'source/ui/a.ts', others), []);
  });
});
