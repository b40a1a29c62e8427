import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Milliseconds } from '../../source/core/units.ts';

/** What Linux says of a thread of another process: nothing of fibtui's has a part in it. */
export type Look = {
  /** Time of day of the one who looks: not the clock that fibtui reads. */
  readonly at: Milliseconds;
  /** Whether it neither runs nor waits for a CPU. */
  readonly asleep: boolean;
  /** On a CPU so far, in whole ticks: utime + stime. */
  readonly onCpu: Milliseconds;
  /** In the run queue so far. */
  readonly waiting: Milliseconds;
};

export type Thread = {
  /** Undefined once it has ended. */
  readonly look: () => Look | undefined;
  readonly close: () => void;
};

const tick: Milliseconds =
  1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Fields of /proc/PID/task/TID/stat, counted from the third, which follows the name in brackets. */
const fields = { state: 3 - 3, utime: 14 - 3, stime: 15 - 3 } as const;

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
  const values = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [, waited = 0] = schedstat.split(' ').map(Number);
  return {
    at: Date.now(),
    asleep: values[fields.state] === 'S',
    onCpu: (Number(values[fields.utime]) + Number(values[fields.stime])) * tick,
    waiting: waited / 1e6,
  };
}

const buffer = Buffer.alloc(1024);

/** Fails when the thread has ended. */
const textOf = (file: number): string =>
  buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0));
