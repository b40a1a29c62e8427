import { openSync, readSync } from 'node:fs';
import process from 'node:process';
import type { Milliseconds } from '../../../core/units.ts';
import { lastCpu } from '../../system/last-cpu.ts';
import { now } from '../../system/now.ts';

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
  /** How long a reading takes on a CPU. */
  readonly reading: Milliseconds;
};

/** Opens the clock of the calling thread. Checking whether the kernel keeps accounts takes some milliseconds. */
export function openThreadClock(): ThreadClock {
  const schedstat = openProc('/proc/thread-self/schedstat');
  const stat = openProc('/proc/thread-self/stat');
  const account = schedstat && ticks(schedstat) ? () => parseSchedstat(schedstat()) : readUsage;
  const read = () => ({ at: updateAccount(), ...account() });
  return {
    read,
    reading: shortestOf(read),
    cpu: () => (stat ? lastCpu(stat()) : undefined),
    thread: stat ? Number.parseInt(stat(), 10) : 0,
  };
}

/** The time of a task by the clock, and the cost of a reading. */
export type TaskTime = { readonly run: Milliseconds; readonly reading: Milliseconds };

/**
 * How `run` milliseconds of computing were spent, from the readings around it. A reading takes its own time on a CPU,
 * which is subtracted; what lies beyond that between a reading and the computing, the thread waited for a CPU.
 */
export function timeBetween(
  before: ThreadReading,
  after: ThreadReading,
  { run, reading }: TaskTime,
): ThreadTime {
  const beside = Math.max(0, after.at - before.at - run);
  const onCpuBeside = Math.min(beside, reading);
  return {
    ...(before.onCpu !== undefined && after.onCpu !== undefined
      ? { onCpu: Math.max(0, after.onCpu - before.onCpu - onCpuBeside) }
      : {}),
    ...(before.waiting !== undefined && after.waiting !== undefined
      ? { waiting: Math.max(0, after.waiting - before.waiting - (beside - onCpuBeside)) }
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

const readings = 10;

/** The time from one reading to the next: the shortest is one in which the thread kept its CPU. */
function shortestOf(read: () => ThreadReading): Milliseconds {
  const times = Array.from({ length: readings }, () => read().at);
  return Math.min(...times.slice(1).map((at, index) => at - times[index]!));
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
