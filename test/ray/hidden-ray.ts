import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { python } from './environment.ts';

/**
 * A new Python whose Ray is not in a `site-packages` folder. A job on its head cannot find it: neither on the PATH nor by
 * the files that the job's parent process has loaded.
 */
export async function hiddenRay(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-test-'));
  context.after(async () => rm(folder, { recursive: true }));
  const packages = join(folder, 'packages');
  const loaded = '_raylet.so';
  const installed = sitePackages(python);
  await linkAll(installed, packages, ['ray']);
  await linkAll(join(installed, 'ray'), join(packages, 'ray'), [loaded]);
  // A copy, because a link would reveal the original path.
  await copyFile(join(installed, 'ray', loaded), join(packages, 'ray', loaded));

  execFileSync(python, ['-m', 'venv', '--without-pip', join(folder, 'venv')]);
  const hidden = join(folder, 'venv', 'bin', 'python');
  await writeFile(join(sitePackages(hidden), 'hidden.pth'), `${packages}\n`);
  return hidden;
}

const sitePackages = (of: string): string =>
  execFileSync(of, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], {
    encoding: 'utf8',
  }).trim();

async function linkAll(from: string, to: string, without: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).filter((name) => !without.includes(name));
  await Promise.all(names.map(async (name) => symlink(join(from, name), join(to, name))));
}
