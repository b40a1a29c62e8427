import { build } from 'esbuild';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '#package' with { type: 'json' };
import { bundle } from '../../bundle.ts';
import { root } from '../../test/helpers/terminal/terminal.ts';

/** Bundles a benchmark program exactly as fibtui is bundled, and removes its folder after `use`. */
export async function withBundled<Result>(
  entry: string,
  use: (command: readonly string[], folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-benchmark-'));
  try {
    const { type, imports } = manifest;
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type, imports }));
    // It uses the built workers and kernel.
    await symlink(join(root, 'dist'), join(folder, 'dist'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await build({
      ...bundle,
      absWorkingDir: root,
      entryPoints: { program: join(root, entry) },
      outdir: folder,
    });
    return await use([process.execPath, join(folder, 'program.js')], folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
