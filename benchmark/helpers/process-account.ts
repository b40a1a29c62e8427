import { readFileSync } from 'node:fs';
import type { Bytes, Milliseconds } from '../../source/core/units.ts';
import { childrenOf } from '../../test/helpers/terminal/host-process.ts';
import { statFields, tick } from './proc-stat.ts';

/** The kernel's account of a process so far. */
export type Account = {
  /** CPU time of all its threads. */
  readonly cpu: Milliseconds;
  /** Page faults of children it has waited for: no process starts without some. */
  readonly childFaults: number;
  /** Children that are still running. */
  readonly children: number;
};

/** Fields of /proc/PID/stat. */
const fields = { cminflt: 11, cmajflt: 13, utime: 14, stime: 15 } as const;

export function accountOf(pid: number): Account {
  const field = statFields(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const value = (name: keyof typeof fields) => Number(field(fields[name]));
  return {
    cpu: (value('utime') + value('stime')) * tick,
    childFaults: value('cminflt') + value('cmajflt'),
    children: childrenOf(pid).length,
  };
}

/** The accounts of several processes together. */
export const accountsOf = (pids: readonly number[]): Account =>
  pids.map(accountOf).reduce((sum, { cpu, childFaults, children }) => ({
    cpu: sum.cpu + cpu,
    childFaults: sum.childFaults + childFaults,
    children: sum.children + children,
  }));

/** Memory of a process and all processes that it started, as of now; 0 once it has ended. */
export function treeMemory(pid: number): Bytes {
  const own = memoryOf(pid, 'VmRSS');
  return own === undefined
    ? 0
    : childrenOf(pid).reduce((sum, child) => sum + treeMemory(child.pid), own);
}

/** Memory of processes of the same program: what each has for itself, and once the files that they share. */
export function sharedMemory(pids: readonly number[]): Bytes {
  const own = pids.map((pid) => memoryOf(pid, 'RssAnon') ?? 0);
  const files = pids.map((pid) => memoryOf(pid, 'RssFile') ?? 0);
  return own.reduce((sum, bytes) => sum + bytes, Math.max(...files));
}

function memoryOf(pid: number, field: 'VmRSS' | 'RssAnon' | 'RssFile'): Bytes | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const kibibytes = new RegExp(String.raw`^${field}:\s+(\d+) kB`, 'm').exec(status)?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}
