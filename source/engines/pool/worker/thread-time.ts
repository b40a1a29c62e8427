import { openSync, readSync } from 'node:fs';
import process from 'node:process';
import type { Milliseconds } from '../../../core/units.ts';
import { now } from '../../system/now.ts';
import { lastCpu } from '../thread-state.ts';

/** How this thread has spent its time; absent if not reported. */
export type ThreadTime = { readonly onCpu?: Milliseconds; readonly waiting?: Milliseconds };

/** A reading and its time. */
export type ThreadReading = ThreadTime & { readonly at: Milliseconds };

export type ThreadClock = {
  readonly read: () => ThreadReading;
  /** The CPU that this thread runs on; undefined if not reported. */
  readonly cpu: () => number | undefined;
  /** The system's ID of this thread; 0 if not reported. */
  readonly thread: number;
};

/** Opens the clock of the calling thread. Checking whether the kernel keeps accounts takes some milliseconds. */
export function openThreadClock(): ThreadClock {
  const schedstat = openProc('/proc/thread-self/schedstat');
  const stat = openProc('/proc/thread-self/stat');
  const read = schedstat && ticks(schedstat) ? () => parseSchedstat(schedstat()) : readUsage;
  return {
    read: () => ({ at: updateAccount(), ...read() }),
    cpu: () => (stat ? lastCpu(stat()) : undefined),
    thread: stat ? Number.parseInt(stat(), 10) : 0,
  };
}

/**
 * How `run` milliseconds of computing were spent, from the readings around it. The time between a reading and the
 * computing goes into the reading itself, on a CPU, and is subtracted.
 */
export function timeBetween(
  before: ThreadReading,
  after: ThreadReading,
  run: Milliseconds,
): ThreadTime {
  const overhead = after.at - before.at - run;
  return {
    ...(before.onCpu !== undefined && after.onCpu !== undefined
      ? { onCpu: Math.max(0, after.onCpu - before.onCpu - overhead) }
      : {}),
    ...(before.waiting !== undefined && after.waiting !== undefined
      ? { waiting: after.waiting - before.waiting }
      : {}),
  };
}

/**
 * Linux updates a running thread's account once per tick (1–4 ms). Reading the CPU time of the whole process updates
 * the account of the calling thread immediately.
 */
function updateAccount(): Milliseconds {
  process.cpuUsage();
  return now();
}

const busyProbe: Milliseconds = 5;

/** On a crowded machine a thread may sleep through a probe, waiting for a lock whose holder has no CPU. */
const probes = 3;

/** Whether the account moves. Some kernels leave it at zero; a busy loop must raise it, if only by waiting time. */
export function ticks(schedstat: () => string): boolean {
  for (let probe = 0; probe < probes; probe++) {
    const before = runnable(schedstat);
    for (const end = now() + busyProbe; now() < end;);
    if (runnable(schedstat) > before) {
      return true;
    }
  }

  return false;
}

function runnable(schedstat: () => string): Milliseconds {
  updateAccount();
  const { onCpu = 0, waiting = 0 } = parseSchedstat(schedstat());
  return onCpu + waiting;
}

/** Format: CPU time (ns), waiting time (ns), time slices. */
function parseSchedstat(text: string): ThreadTime {
  const [onCpu = 0, waiting = 0] = text.split(' ').map(Number);
  return { onCpu: onCpu / 1e6, waiting: waiting / 1e6 };
}

function readUsage(): ThreadTime {
  const usage = process.threadCpuUsage?.();
  return usage ? { onCpu: (usage.user + usage.system) / 1000 } : {};
}

/** Keeps a file open: reading it again takes a fifth of the time of opening it. */
function openProc(path: string): (() => string) | undefined {
  try {
    const file = openSync(path, 'r');
    const buffer = Buffer.alloc(1024);
    const read = () => buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0));
    read();
    return read;
  } catch {
    return undefined;
  }
}
