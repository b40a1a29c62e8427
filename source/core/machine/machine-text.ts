import { counted, shortDecimal } from '../text/format.ts';
import type { Machine, UsableCpus } from './machine.ts';

/** "usable 2 = min( online 2, affinity 2, quota none )". */
export function usableCpus({ count, online, affinity, quota }: UsableCpus): string {
  const granted = quota === undefined ? 'none' : shortDecimal(quota);
  return `usable ${count} = min( online ${online}, affinity ${affinity}, quota ${granted} )`;
}

/** "8 cores x 2 threads = 16"; just "16 CPUs" if the system does not report its cores. */
export function coresAndThreads({ cores, threads }: Pick<Machine, 'cores' | 'threads'>): string {
  if (cores === undefined || cores === 0) {
    return counted(threads, 'CPU');
  }

  const each = threads / cores;
  const perCore = Number.isInteger(each) ? counted(each, 'thread') : 'threads';
  return `${counted(cores, 'core')} x ${perCore} = ${threads}`;
}

/** "Node 24.21.0", "tinypool 2.2.0", "linux 6.1.0 x64". */
export const runtimeOf = ({ node, libraries, os }: Machine): readonly string[] => [
  `Node ${node}`,
  ...Object.entries(libraries).map(([name, version]) => `${name} ${version}`),
  os,
];
