import type { Plan } from '../plan/plan.ts';
import type { Playback } from './playback.ts';
import type { RunList } from '../report/run-summary.ts';
import type { RayTarget, Settings } from '../plan/settings.ts';
import type { State } from '../profile/state.ts';
import type { Milliseconds } from '../units.ts';
import type { WorkloadName } from '../plan/workload.ts';

/** One running program, as its front ends see it. */
export type Session = {
  /** fibtui's own version. */
  readonly version: string;
  readonly state: () => State;
  /** Milliseconds since the session began, on the clock of its events. */
  readonly now: () => Milliseconds;
  /** Calls `listener` after every event until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Calibrates a workload, once for all calls, so that forecasts can be made. */
  readonly calibrate: (workload: WorkloadName) => Promise<void>;
  /** The user named Ray: asks its cluster what it is, or starts a head; what came of it is in the state. */
  readonly reach: (target: RayTarget) => Promise<void>;
  /**
   * Calibrates if need be, asks the cluster if Ray takes part, plans for the machine as it is now, and starts the plan
   * unless it needs too much memory. Rejects where no plan can be made, or where `signal` is aborted before the start.
   */
  readonly run: (settings: Settings, signal?: AbortSignal) => Promise<RunAttempt>;
  /** Runs a plan that was run before; resolves when it has ended, one way or another. One at a time. */
  readonly start: (plan: Plan) => Promise<void>;
  /** A frame begins to be drawn; the function returned tells that it is, and puts its CPU time down to the pass that runs. */
  readonly drawing: () => () => void;
  /** The program was stopped, by Ctrl+Z or SIGSTOP, and goes on: the pass that runs is run again. */
  readonly wasStopped: () => void;
  /** Ends the profile that runs and keeps its finished passes. */
  readonly cancel: () => void;
  /** Ends everything and gives back all threads. */
  readonly close: () => Promise<void>;
  /** Where its events have all happened before. */
  readonly playback?: Playback;
  /** The runs that were saved, where they can be looked at. */
  readonly history?: History;
};

/** What came of settings that were to be run. */
export type RunAttempt =
  /** `ended` resolves when the run has ended, one way or another. */
  | { readonly status: 'started'; readonly ended: Promise<void> }
  /** `refusal` is a sentence that ends in what there is. */
  | { readonly status: 'refused'; readonly refusal: string };

/** A session whose events have all happened before. */
export type Replay = Session & { readonly playback: Playback };

/** The user's saved runs. */
export type History = {
  readonly list: () => Promise<RunList>;
  /** A run as a session that stands at its end; rejects with an `EngineError`. */
  readonly open: (path: string) => Promise<Replay>;
  /** For good; rejects with an `EngineError`. */
  readonly remove: (path: string) => Promise<void>;
};
