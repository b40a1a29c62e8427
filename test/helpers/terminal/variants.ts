import { build, type Plugin } from 'esbuild';
import { copyFile, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { bundle, entries } from '../../../bundle.ts';
import { root } from './terminal.ts';

export type Variant = {
  /** A worker from the fixtures; by default the real one. */
  readonly worker?: string;
  /** Changes of the source: for each file, a text and its replacement. */
  readonly changes?: Readonly<Record<string, readonly [text: string, instead: string]>>;
};

/** The path of a program built from changed sources, in a folder that is removed when the test ends. */
export async function variantOf(
  t: TestContext,
  { worker, changes = {} }: Variant,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-variant-'));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  await build({
    ...bundle,
    absWorkingDir: root,
    entryPoints: {
      ...entries,
      ...(worker ? { worker: `test/fixtures/workers/${worker}.ts` } : {}),
    },
    outdir: join(folder, 'dist'),
    plugins: [...(bundle.plugins ?? []), changing(changes)],
  });
  await copyFile(join(root, 'dist/kernel.wasm'), join(folder, 'dist/kernel.wasm'));
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'dist/cli.js');
}

const changing = (changes: Required<Variant>['changes']): Plugin => ({
  name: 'changing',
  setup(building) {
    for (const [file, [text, instead]] of Object.entries(changes)) {
      const filter = new RegExp(`${file.replaceAll(/[./]/g, '\\$&')}$`);
      building.onLoad({ filter }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes(text)) {
          throw new Error(`${file} has no ${text}`);
        }

        return {
          contents: source.replace(text, instead),
          loader: file.endsWith('x') ? 'tsx' : 'ts',
        };
      });
    }
  },
});
