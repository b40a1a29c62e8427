import { availableParallelism } from 'node:os';
import type { Milliseconds } from '../../core/units.ts';
import { workloads, type WorkloadName } from '../../core/plan/workload.ts';
import { beatOf, type Beat, type Board } from './board.ts';
import { stateOfThread, type ThreadState } from './thread-state.ts';

/** How long a worker may go without a heartbeat; a working one has several per millisecond. */
export const silenceLimit: Milliseconds = 1250;

/**
 * How long all workers may leave their orders untouched. It is longer, since a crew that has not begun may still be
 * loading its code from a slow disk.
 */
export const idleLimit: Milliseconds = 5000;

/** Time between two looks. A worker that hangs is noticed up to two periods later. */
export const lookPeriod: Milliseconds = 250;

/** Names the workers, from 0, that hang in an order. The list is empty if no worker takes up its orders. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
  readonly workers: readonly number[];

  constructor(workers: readonly number[]) {
    super('no sign of life');
    this.workers = workers;
  }
}

export type WatchdogRequest = {
  readonly board: Board;
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly cpus?: number;
  /** Reads a thread by its system ID; undefined if not reported. */
  readonly lookAt?: (thread: number) => ThreadState | undefined;
};

export type Watchdog = {
  /** Call it every `lookPeriod` while the crew has orders. Returns an error if workers hang. */
  readonly look: (at: Milliseconds) => SilenceError | undefined;
};

/** How much of the time without a heartbeat is charged to a worker. */
type Weights = {
  /** Factor for wall time while its thread sleeps. */
  readonly asleep: number;
  /** Factor for its thread's CPU time. */
  readonly onCpu: number;
};

/**
 * Workers per CPU above which sleep is charged less. A thread may have to sleep until a helper thread of V8's garbage
 * collector gets a CPU: 0.4 s with 32 workers per CPU.
 */
const denseCrew = 8;

/**
 * The WebAssembly kernel has several heartbeats per millisecond of CPU time, so 0.3 s of it are enough if many workers
 * share a CPU. `bigint` also pauses for the garbage collector and sleeps while the collector's helpers wait for a CPU:
 * up to 1.3 s were measured with four workers per CPU and 1.2 GB each.
 */
const weightsFor = (workload: WorkloadName, perCpu: number): Weights =>
  workloads[workload].onHeap
    ? { asleep: 1 / perCpu, onCpu: 1 }
    : { asleep: Math.min(1, denseCrew / perCpu), onCpu: Math.min(perCpu, 4) };

/** The last look at a worker, and the time charged to it since its last heartbeat. */
type Seen = {
  readonly heartbeat: number;
  readonly charged: Milliseconds;
  readonly onCpu?: Milliseconds;
};

/**
 * A worker hangs when the time charged to it since its last heartbeat reaches `silenceLimit`. Wall time alone would be
 * wrong: with more workers than CPUs, or under a quota, a healthy worker may wait seconds for a CPU. So a thread that
 * sleeps is charged wall time, any other its CPU time, both weighted. If the system reports neither, it is charged wall
 * time divided by the workers per CPU. A look charges at most two periods: after a longer gap this program itself was
 * stopped or delayed.
 */
export function openWatchdog(request: WatchdogRequest): Watchdog {
  const { board, workers, cpus = availableParallelism() } = request;
  const perCpu = Math.max(1, workers / cpus);
  const charge = chargeFor(request, perCpu);
  let before: Milliseconds | undefined;
  let seen: readonly Seen[] = [];
  let idle: Milliseconds = 0;

  return {
    look(at) {
      const passed = Math.min(at - (before ?? at), 2 * lookPeriod);
      before = at;
      const beats = Array.from({ length: workers }, (_, worker) => beatOf(board, worker));
      const quiet = beats.every(
        ({ heartbeat, running }, worker) => !running && seen[worker]?.heartbeat === heartbeat,
      );
      idle = quiet ? idle + passed / perCpu : 0;
      seen = beats.map((beat, worker) => charge(beat, seen[worker], passed));
      const silent = [...seen.keys()].filter((worker) => seen[worker]!.charged >= silenceLimit);
      return silent.length > 0 || idle >= idleLimit ? new SilenceError(silent) : undefined;
    },
  };
}

type Charge = (beat: Beat, last: Seen | undefined, passed: Milliseconds) => Seen;

function chargeFor({ workload, lookAt = stateOfThread }: WatchdogRequest, perCpu: number): Charge {
  const weights = weightsFor(workload, perCpu);
  return ({ heartbeat, thread, running }, last, passed) => {
    if (!running || last?.heartbeat !== heartbeat) {
      return { heartbeat, charged: 0 };
    }

    const state = lookAt(thread);
    if (!state) {
      return { heartbeat, charged: last.charged + passed / perCpu };
    }

    const { onCpu, asleep } = state;
    const charged = asleep
      ? passed * weights.asleep
      : Math.min(passed, (onCpu - (last.onCpu ?? onCpu)) * weights.onCpu);
    return { heartbeat, charged: last.charged + charged, onCpu };
  };
}
