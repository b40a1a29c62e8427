import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Milliseconds } from '../../core/units.ts';
import { workloads, type WorkloadName } from '../../core/plan/workload.ts';
import { beatOf, type Beat, type Board } from './board.ts';
import { isAsleep } from './proc-stat.ts';

/** How long a worker may go without a sign of life: it gives one every fraction of a millisecond of its work. */
export const patience: Milliseconds = 1250;

/**
 * How long all workers together may leave their orders untouched: none of them has begun, so nothing tells a
 * crew that hangs from one whose code still comes from a slow disk.
 */
export const idlePatience: Milliseconds = 5000;

/** How often one looks: a worker that hangs is noticed up to two periods later. */
export const lookPeriod: Milliseconds = 250;

/** Workers, from 0, that carry out an order and give no sign of life; none of them where no worker takes any order up. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
  readonly workers: readonly number[];

  constructor(workers: readonly number[]) {
    super('no sign of life');
    this.workers = workers;
  }
}

/** What the system says of a thread. */
export type ThreadLook = { readonly onCpu: Milliseconds; readonly asleep: boolean };

export type WatchdogRequest = {
  readonly board: Board;
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly cpus?: number;
  /** By the system's number of a thread; undefined where the system does not tell. */
  readonly lookAt?: (thread: number) => ThreadLook | undefined;
};

export type Watchdog = {
  /** Looks at every worker of a crew that has orders; names those that hang, if any. */
  readonly look: (at: Milliseconds) => SilenceError | undefined;
};

/** How much of the time in which a worker is still counts against it. */
type Weights = {
  /** Of the time on the wall while its thread sleeps. */
  readonly asleep: number;
  /** Of the time that its thread spends on a CPU. */
  readonly onCpu: number;
};

/** A thread may sleep until a helper of V8's garbage collector gets its turn: 0.4 s with 32 workers a CPU. */
const denseCrowd = 8;

/**
 * `crowd` is how many workers share a CPU. A kernel of our own gives a sign of life every fraction of a millisecond of
 * its own time: 0.3 s of that are enough where many share a CPU. In V8's heap it stops for the garbage collector,
 * and sleeps while that one's helpers wait for a CPU: 1.3 s were seen with four workers a CPU and 1.2 GB each.
 */
const weightsFor = (workload: WorkloadName, crowd: number): Weights =>
  workloads[workload].onHeap
    ? { asleep: 1 / crowd, onCpu: 1 }
    : { asleep: Math.min(1, denseCrowd / crowd), onCpu: Math.min(crowd, 4) };

/** What was seen of a worker, and for how long its heart has stood still. */
type Seen = {
  readonly heartbeat: number;
  readonly still: Milliseconds;
  readonly onCpu?: Milliseconds;
};

/**
 * A worker hangs when its heart stands still for `patience` of the time in which it could have beaten. That is not
 * the time on the wall: with more workers than CPUs, or under a quota, a healthy one may wait seconds for its turn. So
 * a thread that sleeps is charged the time on the wall, and any other the time that it got on a CPU, both weighed;
 * where the system tells neither, the time on the wall divided by the workers that share a CPU. No look charges more
 * than two periods: then it was this program that was stopped or held up.
 */
export function openWatchdog(request: WatchdogRequest): Watchdog {
  const { board, workers, cpus = availableParallelism(), lookAt = lookAtThread } = request;
  const crowd = Math.max(1, workers / cpus);
  const weights = weightsFor(request.workload, crowd);
  let before: Milliseconds | undefined;
  let seen: readonly Seen[] = [];
  let idle: Milliseconds = 0;

  const see = (
    { heartbeat, thread, running }: Beat,
    worker: number,
    passed: Milliseconds,
  ): Seen => {
    const last = seen[worker];
    if (!running || last?.heartbeat !== heartbeat) {
      return { heartbeat, still: 0 };
    }

    const told = lookAt(thread);
    if (!told) {
      return { heartbeat, still: last.still + passed / crowd };
    }

    const { onCpu, asleep } = told;
    const charged = asleep
      ? passed * weights.asleep
      : Math.min(passed, (onCpu - (last.onCpu ?? onCpu)) * weights.onCpu);
    return { heartbeat, still: last.still + charged, onCpu };
  };

  return {
    look(at) {
      const passed = Math.min(at - (before ?? at), 2 * lookPeriod);
      before = at;
      const beats = Array.from({ length: workers }, (_, worker) => beatOf(board, worker));
      const quiet = beats.every(
        ({ heartbeat, running }, worker) => !running && seen[worker]?.heartbeat === heartbeat,
      );
      idle = quiet ? idle + passed / crowd : 0;
      seen = beats.map((beat, worker) => see(beat, worker, passed));
      const silent = [...seen.keys()].filter((worker) => seen[worker]!.still >= patience);
      return silent.length > 0 || idle >= idlePatience ? new SilenceError(silent) : undefined;
    },
  };
}

/** What Linux says of a thread of this process; other systems say nothing. */
function lookAtThread(thread: number): ThreadLook | undefined {
  try {
    const folder = `/proc/self/task/${thread}`;
    const onCpu = Number.parseInt(readFileSync(`${folder}/schedstat`, 'latin1'), 10) / 1e6;
    // A kernel that keeps no account says 0, and every worker has computed before.
    return onCpu > 0
      ? { onCpu, asleep: isAsleep(readFileSync(`${folder}/stat`, 'latin1')) }
      : undefined;
  } catch {
    return undefined;
  }
}
