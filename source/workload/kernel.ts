import type { Answer } from '../core/plan/fibonacci.ts';
import type { Share } from '../core/units.ts';

/** A workload loaded into this thread. Its tasks reuse the same memory. */
export type Kernel = {
  /**
   * Allocates and touches the memory for n terms, so that no timed task pays for its first use. Calls `goOn` every few
   * milliseconds and stops when it returns false. Throws a RangeError if the system refuses the memory.
   */
  readonly reserve: (n: number, goOn?: () => boolean) => void;
  /**
   * Computes n terms. Calls `tick` several times per millisecond with the share of the work done, and returns false as
   * soon as `tick` does.
   */
  readonly compute: (n: number, tick: (done: Share) => boolean) => boolean;
  /** A term of the last `compute`: any (list, bigint) or one of the last two (pair). Throws a RangeError for others. */
  readonly term: (index: number) => bigint;
  /** Proof of the work, read from the terms that `compute` kept. */
  readonly answer: () => Answer;
};
