import { execFileSync } from 'node:child_process';
import type { Milliseconds } from '../../source/core/units.ts';

/** The unit in which the kernel counts process times. */
export const tick: Milliseconds =
  1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Reads fields of /proc/…/stat by their number in proc_pid_stat(5), from 3, the first after the name in brackets. */
export function statFields(stat: string): (number: number) => string {
  const values = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (number) => values[number - 3] ?? '';
}
