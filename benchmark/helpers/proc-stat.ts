import { execFileSync } from 'node:child_process';
import type { Milliseconds } from '../../source/core/units.ts';

/** In what the kernel counts the time of its processes. */
export const tick: Milliseconds =
  1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Reads the fields of a /proc/…/stat by their numbers in proc_pid_stat(5), from the third on, which follows the name in brackets. */
export function statFields(stat: string): (number: number) => string {
  const values = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (number) => values[number - 3] ?? '';
}
