import { readFileSync } from 'node:fs';
import { besideHogs } from '../helpers/hogs.ts';

/** The last CPU that this process may run on. */
export function lastAllowedCpu(): string {
  const status = readFileSync('/proc/self/status', 'latin1');
  return /^Cpus_allowed_list:.*?(\d+)$/m.exec(status)?.[1] ?? '0';
}

/** Starts a program on that CPU only. */
export const pinned = (cpu: string): readonly string[] => ['taskset', '--cpu-list', cpu];

/** Keeps that CPU busy with another process while `use` runs. */
export const besideHog = async <Result>(cpu: string, use: () => Promise<Result>): Promise<Result> =>
  besideHogs([pinned(cpu)], use);
