import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export type EngineName = 'fill' | 'list' | 'bigint' | 'python' | 'python-warm' | 'c';

/** The command that starts an engine, or why it is missing on this machine. */
export type Found = { readonly command: readonly string[] } | { readonly missing: string };

export type Candidate = {
  readonly name: EngineName;
  readonly title: string;
  readonly found: Found;
};

const fileBeside = (name: string): string => join(import.meta.dirname, name);
const works = (command: string, ...options: readonly string[]): boolean =>
  spawnSync(command, options, { stdio: 'ignore' }).status === 0;

/** Every engine has its own process, so that its garbage and memory do not affect the others. */
export const engines = (n: number, temporary: string): readonly Candidate[] => [
  { name: 'fill', title: 'writing the same bytes', found: ours('fill', n) },
  { name: 'list', title: 'list, WebAssembly', found: ours('list', n) },
  { name: 'bigint', title: 'bigint, V8', found: ours('bigint', n) },
  { name: 'python', title: 'seed, CPython', found: python(n) },
  { name: 'python-warm', title: 'seed, memory kept', found: pythonWarm(n) },
  { name: 'c', title: 'C with GMP', found: c(n, temporary) },
];

const ours = (name: string, n: number): Found => ({
  command: [process.execPath, fileBeside('../helpers/ours.ts'), name, String(n)],
});

const python = (n: number): Found =>
  works('python3', '--version')
    ? { command: ['python3', fileBeside('seed.py'), String(n)] }
    : { missing: 'no python3' };

/** By default glibc returns a freed list to the system, and the next one pays for its pages again. This prevents it. */
function pythonWarm(n: number): Found {
  const found = python(n);
  return 'command' in found
    ? { command: ['env', `MALLOC_TRIM_THRESHOLD_=${2 ** 40}`, ...found.command] }
    : found;
}

function c(n: number, temporary: string): Found {
  if (!works('gcc', '--version')) {
    return { missing: 'no gcc' };
  }

  const program = join(temporary, 'arena');
  const compiled = works(
    'gcc',
    '-O3',
    '-march=native',
    '-o',
    program,
    fileBeside('arena.c'),
    '-lgmp',
  );
  return compiled ? { command: [program, String(n)] } : { missing: 'no GMP for gcc' };
}
