import { closeSync, openSync, readSync } from 'node:fs';
import type { Milliseconds } from '../../source/core/units.ts';
import { statFields, tick } from '../helpers/proc-stat.ts';

/** The kernel's view of a thread of another process, independent of fibtui. */
export type Look = {
  /** The observer's time of day, not the clock that fibtui reads. */
  readonly at: Milliseconds;
  /** Whether it neither runs nor waits for a CPU. */
  readonly asleep: boolean;
  /** CPU time so far, in whole ticks: utime + stime. */
  readonly onCpu: Milliseconds;
  /** Time in the run queue so far. */
  readonly waiting: Milliseconds;
};

export type Thread = {
  /** Undefined once the thread has ended. */
  readonly look: () => Look | undefined;
  readonly close: () => void;
};

/** Fields of /proc/PID/task/TID/stat. */
const fields = { state: 3, utime: 14, stime: 15 } as const;

export function openThread(folder: string): Thread {
  const [stat, schedstat] = [openSync(`${folder}/stat`, 'r'), openSync(`${folder}/schedstat`, 'r')];
  return {
    look() {
      try {
        return lookOf(textOf(stat), textOf(schedstat));
      } catch {
        return undefined;
      }
    },
    close: () => [stat, schedstat].forEach(closeSync),
  };
}

function lookOf(stat: string, schedstat: string): Look {
  const field = statFields(stat);
  const [, waited = 0] = schedstat.split(' ').map(Number);
  return {
    at: Date.now(),
    asleep: field(fields.state) === 'S',
    onCpu: (Number(field(fields.utime)) + Number(field(fields.stime))) * tick,
    waiting: waited / 1e6,
  };
}

const buffer = Buffer.alloc(1024);

/** Fails when the thread has ended. */
const textOf = (file: number): string =>
  buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0));
