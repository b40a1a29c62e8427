import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The last CPU that this process may run on. */
export function lastAllowedCpu(): string {
  const status = readFileSync('/proc/self/status', 'latin1');
  return /^Cpus_allowed_list:.*?(\d+)$/m.exec(status)?.[1] ?? '0';
}

/** What starts a program on that CPU alone. */
export const pinned = (cpu: string): readonly string[] => ['taskset', '--cpu-list', cpu];

/** Keeps that CPU busy with something else for as long as `use` takes. */
export async function besideHog<Result>(cpu: string, use: () => Promise<Result>): Promise<Result> {
  const options = ['--eval', 'for (;;);'];
  const [file = '', ...rest] = [...pinned(cpu), process.execPath, ...options] as readonly string[];
  const hog = spawn(file, rest, { stdio: 'ignore' });
  const kill = () => void hog.kill('SIGKILL');
  process.once('exit', kill);
  try {
    return await use();
  } finally {
    kill();
    process.off('exit', kill);
  }
}
