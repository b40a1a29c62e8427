import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { skip } from '../test/ray/environment.ts';

// Measures the run for the picture of three engines again, if Ray is installed: `npm run media:runs`.

if (skip) {
  console.log(`ray.json.gz is left as it is: ${skip}`);
} else {
  measure('ray.json.gz', ['--ray', 'start', '--size', '100k', '--ray-rounds', '5']);
}

/** Runs the built program with these flags and keeps its run file. */
function measure(file: string, args: readonly string[]): void {
  const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  const home = mkdtempSync(join(tmpdir(), 'fibtui-media-'));
  try {
    const env = { ...process.env, XDG_STATE_HOME: home };
    execFileSync(process.execPath, [program, ...args, '--save'], { env, stdio: 'inherit' });
    const folder = join(home, 'fibtui', 'runs');
    const [saved = ''] = readdirSync(folder);
    copyFileSync(join(folder, saved), fileURLToPath(new URL(`runs/${file}`, import.meta.url)));
  } finally {
    rmSync(home, { recursive: true });
  }
}
