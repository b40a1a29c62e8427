import type { Observe } from './event.ts';
import type { PassOutcome } from './pass.ts';
import type { Case, Plan } from '../plan/plan.ts';

/** Where tasks run. */
export type Engine = {
  /** Builds and warms what the plan needs of this engine, off the clock; rejects with an `EngineError`. */
  readonly open: (plan: Plan, observe: Observe, signal: AbortSignal) => Promise<void>;
  /** Runs one pass of a case on the clock; never rejects. */
  readonly run: (planned: Case, observe: Observe, signal: AbortSignal) => Promise<PassOutcome>;
  /** Gives back every thread and all memory. */
  readonly close: () => Promise<void>;
};
