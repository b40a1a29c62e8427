import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { environment, mark, python } from './environment.ts';
import { fileURLToPath } from 'node:url';

/** The oldest Python for which the pinned Ray has a package. */
const oldest = [3, 10] as const;

const wanted = fileURLToPath(new URL('requirements.txt', import.meta.url));

function run(command: string, ...options: readonly string[]): string {
  const { status, stdout, error } = spawnSync(command, options, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) {
    fail(`${[command, ...options].join(' ')} failed${error ? `: ${error.message}` : ''}.`);
  }

  return stdout;
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function requirePython(): void {
  const { stdout } = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  const [, major, minor] = /^Python (\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  const found = Number(major) === oldest[0] && Number(minor) >= oldest[1];
  if (!found) {
    const there = major ? `python3 is ${major}.${minor}` : 'there is no python3';
    fail(`Ray needs Python ${oldest.join('.')} or newer, and ${there} on the PATH.`);
  }
}

const installed = () =>
  existsSync(mark) &&
  readFileSync(mark, 'utf8') === readFileSync(wanted, 'utf8') &&
  spawnSync(python, ['--version']).status === 0;

if (!installed()) {
  requirePython();
  rmSync(environment, { recursive: true, force: true });
  run('python3', '-m', 'venv', environment);
  run(python, '-m', 'pip', 'install', '--quiet', '--requirement', wanted);
  writeFileSync(mark, readFileSync(wanted));
}

process.stdout.write(`${run(`${environment}/bin/ray`, '--version').trim()}\n`);
