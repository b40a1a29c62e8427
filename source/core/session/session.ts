import type { Refusal } from '../plan/memory.ts';
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
  /** The user switched Ray on: connects to its cluster, or starts a head. The state has the outcome. */
  readonly reach: (target: RayTarget) => Promise<void>;
  /**
   * Calibrates if need be, connects to the cluster if Ray takes part, plans for the machine as it is now, and starts the
   * plan unless it needs too much memory. Rejects if no plan can be made, or if `signal` is aborted before the start.
   */
  readonly run: (settings: Settings, signal?: AbortSignal) => Promise<RunAttempt>;
  /** Runs a plan again. Resolves when the run has ended, one way or another. One at a time. */
  readonly start: (plan: Plan) => Promise<void>;
  /** Call it before a frame is drawn, and the returned function after. The CPU time is charged to the running pass. */
  readonly drawing: () => () => void;
  /** The terminal kept drawing waiting for this long, until now. */
  readonly wasHeldUp: (took: Milliseconds) => void;
  /** Ends the running profile, and keeps its finished passes. */
  readonly cancel: () => void;
  /** Ends everything, and releases all threads. */
  readonly close: () => Promise<void>;
  /** Only a replay has it. */
  readonly playback?: Playback;
  /** The saved runs, if the session can show them. */
  readonly history?: History;
};

/** The outcome of `run`. */
export type RunAttempt =
  /** `ended` resolves when the run has ended, one way or another. */
  | { readonly status: 'started'; readonly ended: Promise<void> }
  /** `refusal` reads like "list needs 2.29 GB at once: 114 % of what is free". */
  | ({ readonly status: 'refused' } & Refusal);

/** A session that plays recorded events. */
export type Replay = Session & { readonly playback: Playback };

/** The user's saved runs. */
export type History = {
  readonly list: () => Promise<RunList>;
  /** Opens a run at its end; rejects with an `EngineError`. */
  readonly open: (path: string) => Promise<Replay>;
  /** Deletes the files, and the notes on them; rejects with an `EngineError`. */
  readonly remove: (paths: readonly string[]) => Promise<void>;
  /** Keeps a note on a run, or removes it if the text is empty; rejects with an `EngineError`. */
  readonly annotate: (path: string, note: string) => Promise<void>;
};
