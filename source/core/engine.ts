import type { Failure } from './failure.ts';
import type { Answer } from './answer.ts';
import type { Observe } from './event.ts';
import type { Plan, PlannedPass } from './plan.ts';
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

/** Where tasks run. */
export type Engine = {
  /** Builds and warms what the plan needs of this engine, off the clock; rejects with an `EngineError`. */
  readonly open: (plan: Plan, observe: Observe, signal: AbortSignal) => Promise<void>;
  /** Runs one pass on the clock; never rejects. */
  readonly run: (pass: PlannedPass, observe: Observe, signal: AbortSignal) => Promise<PassOutcome>;
  /** Gives back every thread and all memory. */
  readonly close: () => Promise<void>;
};
