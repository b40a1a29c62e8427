import type { Answer } from '../plan/fibonacci.ts';
import type { Milliseconds } from '../units.ts';

/** One finished task. Times count from the start of its pass, on Ray from the start of the first task. */
export type Span = Answer & {
  readonly task: number;
  /** From 0. */
  readonly worker: number;
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  /** CPU time; absent if the system does not report it. */
  readonly onCpu?: Milliseconds;
  /** Time in the run queue: ready, but waiting for a CPU. */
  readonly waiting?: Milliseconds;
  /** Time neither on a CPU nor waiting for one. */
  readonly blocked?: Milliseconds;
  /** Time in which garbage collection paused the thread; only for workloads on V8's heap. */
  readonly collecting?: Milliseconds;
  /** The CPU that it ended on. */
  readonly cpu?: number;
  /** Id of its node of the cluster. */
  readonly node?: string;
};
