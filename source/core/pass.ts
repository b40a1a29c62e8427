import type { Answer } from './answer.ts';
import type { Failure } from './failure.ts';
import type { Milliseconds } from './units.ts';

/** One finished task. Times count from the start of its pass. */
export type Span = Answer & {
  readonly task: number;
  /** Which worker, from 0. */
  readonly worker: number;
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  /** Time on a CPU; absent where the system does not tell. */
  readonly onCpu?: Milliseconds;
  /** Time in the run queue, ready but waiting for a CPU. */
  readonly waiting?: Milliseconds;
  /** Neither on a CPU nor waiting for one. */
  readonly blocked?: Milliseconds;
  /** The CPU on which it ended. */
  readonly cpu?: number;
};

export type PassOutcome =
  | {
      readonly status: 'finished';
      /** From submitting the first task to the last result. */
      readonly wall: Milliseconds;
      readonly spans: readonly Span[];
    }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly failure: Failure };
