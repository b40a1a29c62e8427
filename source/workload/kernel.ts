import type { Answer } from '../core/plan/fibonacci.ts';
import type { Share } from '../core/units.ts';

/** One workload loaded into this thread; its memory is reused from task to task. */
export type Kernel = {
  /**
   * Makes room for sequences of n terms and touches all of it, so that no timed task pays for first use; asks `goOn`
   * every few milliseconds and stops where it says no. Throws RangeError when the system refuses the memory.
   */
  readonly reserve: (n: number, goOn?: () => boolean) => void;
  /**
   * Computes n terms, calling `tick` with the share of the work done every fraction of a millisecond; stops and
   * returns false as soon as tick returns false.
   */
  readonly compute: (n: number, tick: (done: Share) => boolean) => boolean;
  /** Term `index` of what compute left behind (list, bigint: any; pair: the last two). Throws RangeError for others. */
  readonly term: (index: number) => bigint;
  /** Proof of the work, read back from what compute kept. */
  readonly answer: () => Answer;
};
