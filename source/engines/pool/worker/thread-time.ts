import { openSync, readSync } from 'node:fs';
import process from 'node:process';
import type { Milliseconds } from '../../../core/units.ts';
import { now } from '../../system/now.ts';
import { lastCpu } from '../thread-state.ts';

/** Where this thread's time went since it started; what the system does not tell is absent. */
export type ThreadTime = { readonly onCpu?: Milliseconds; readonly waiting?: Milliseconds };

/** A reading, and when it was taken. */
export type ThreadReading = ThreadTime & { readonly at: Milliseconds };

export type ThreadClock = {
  readonly read: () => ThreadReading;
  /** The CPU that this thread runs on. */
  readonly cpu: () => number | undefined;
  /** The system's number of this thread, 0 where it does not tell. */
  readonly thread: number;
};

/** The clock of the thread that calls it. It takes some milliseconds to see whether the kernel keeps an account. */
export function openThreadClock(): ThreadClock {
  const schedstat = openProc('/proc/thread-self/schedstat');
  const stat = openProc('/proc/thread-self/stat');
  const read = schedstat && ticks(schedstat) ? () => parseSchedstat(schedstat()) : readUsage;
  return {
    read: () => ({ at: bringUpToNow(), ...read() }),
    cpu: () => (stat ? lastCpu(stat()) : undefined),
    thread: stat ? Number.parseInt(stat(), 10) : 0,
  };
}

/**
 * Where `run` milliseconds of computing went, from the readings around it. What lies between a
 * reading and the computing is spent on a CPU, taking the reading.
 */
export function timeBetween(
  before: ThreadReading,
  after: ThreadReading,
  run: Milliseconds,
): ThreadTime {
  const aside = after.at - before.at - run;
  return {
    ...(before.onCpu !== undefined && after.onCpu !== undefined
      ? { onCpu: Math.max(0, after.onCpu - before.onCpu - aside) }
      : {}),
    ...(before.waiting !== undefined && after.waiting !== undefined
      ? { waiting: after.waiting - before.waiting }
      : {}),
  };
}

/**
 * While a thread runs, Linux adds to its account once a tick (1–4 ms); but asking for the time of
 * the whole process brings the asking thread's own account up to now.
 */
function bringUpToNow(): Milliseconds {
  process.cpuUsage();
  return now();
}

const busyProbe: Milliseconds = 5;

/** On a crowded machine a thread may sleep through one of them: a lock that it needs is held by one that waits. */
const probes = 3;

/** The kernel may lack schedstat, or leave it at zero: a busy loop must show in it, if only as waiting for a CPU. */
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
  bringUpToNow();
  const { onCpu = 0, waiting = 0 } = parseSchedstat(schedstat());
  return onCpu + waiting;
}

/** "on-CPU ns, waiting ns, slices". */
function parseSchedstat(text: string): ThreadTime {
  const [onCpu = 0, waiting = 0] = text.split(' ').map(Number);
  return { onCpu: onCpu / 1e6, waiting: waiting / 1e6 };
}

function readUsage(): ThreadTime {
  const usage = process.threadCpuUsage?.();
  return usage ? { onCpu: (usage.user + usage.system) / 1000 } : {};
}

/** A file that stays open: reading it again costs a fifth of opening it anew. */
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
