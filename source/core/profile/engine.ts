import type { Observe } from './event.ts';
import type { PassOutcome } from './pass.ts';
import type { Case, Plan } from '../plan/plan.ts';

/** Where tasks run. */
export type Engine = {
  /** Builds and warms up everything that the plan needs, off the clock; rejects with an `EngineError`. */
  readonly open: (plan: Plan, observe: Observe, signal: AbortSignal) => Promise<void>;
  /** Runs one pass of a case on the clock; never rejects. */
  readonly run: (planned: Case, observe: Observe, signal: AbortSignal) => Promise<PassOutcome>;
  /** Releases all threads and memory. */
  readonly close: () => Promise<void>;
};
