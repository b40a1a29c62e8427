import { readFileSync } from 'node:fs';
import { statField } from '../../core/machine/process-stat.ts';
import type { Milliseconds } from '../../core/units.ts';
import { lastCpu } from '../system/last-cpu.ts';

/** A thread's CPU time so far, and whether it sleeps. */
export type ThreadState = { readonly onCpu: Milliseconds; readonly asleep: boolean };

/** Reads the state of a thread of this process; undefined if not reported, as outside Linux. */
export function stateOfThread(thread: number): ThreadState | undefined {
  try {
    const folder = `/proc/self/task/${thread}`;
    const onCpu = Number.parseInt(readFileSync(`${folder}/schedstat`, 'latin1'), 10) / 1e6;
    // Every worker has computed before, so 0 means a kernel without accounting.
    return onCpu > 0
      ? { onCpu, asleep: isAsleep(readFileSync(`${folder}/stat`, 'latin1')) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The CPU that a thread of this process last ran on. */
export function cpuOfThread(thread: number): number | undefined {
  try {
    return lastCpu(readFileSync(`/proc/self/task/${thread}/stat`, 'latin1'));
  } catch {
    return undefined;
  }
}

/** Whether the thread sleeps in state S: it waits for neither a CPU, nor a page, nor a disk. */
const isAsleep = (stat: string): boolean => statField(stat, 3) === 'S';
