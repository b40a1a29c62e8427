import type { Calibration } from './calibration.ts';
import type { PassOutcome } from './pass.ts';
import type { CpuLoad, Machine } from './machine.ts';
import type { Plan, PlannedPass } from './plan.ts';
import type { Milliseconds, Share } from './units.ts';
import type { WorkloadName } from './workload.ts';

/** Where one worker stands in the pass that runs. */
export type WorkerSample = {
  /** Finished tasks plus the share of the running one, over the worker's fair part of the pass; never above 1. */
  readonly share: Share;
  /** Finished tasks. */
  readonly tasks: number;
  /** The CPU it was last seen on, where the system tells. */
  readonly cpu?: number;
};

export type ProfileEvent =
  | { readonly type: 'profile-started'; readonly plan: Plan; readonly startedAt: string }
  | { readonly type: 'warm-up-started'; readonly case: string }
  | { readonly type: 'case-warmed'; readonly case: string; readonly coldStart: Milliseconds }
  | { readonly type: 'pass-started'; readonly pass: PlannedPass }
  /** One entry a worker, in the order of their numbers. */
  | { readonly type: 'workers-sampled'; readonly workers: readonly WorkerSample[] }
  /** A frame was drawn while a pass ran, and took so much of a CPU's time. */
  | { readonly type: 'frame-drawn'; readonly took: Milliseconds }
  /** The program was stopped while the pass ran: the pass counts for nothing and is run again. */
  | { readonly type: 'pass-repeated'; readonly pass: PlannedPass }
  | { readonly type: 'pass-finished'; readonly pass: PlannedPass; readonly outcome: PassOutcome }
  | { readonly type: 'profile-finished'; readonly interrupted: boolean };

export type MachineEvent =
  | { readonly type: 'machine-detected'; readonly machine: Machine }
  | { readonly type: 'load-sampled'; readonly load: readonly CpuLoad[] }
  | { readonly type: 'calibrated'; readonly calibration: Calibration }
  | { readonly type: 'calibration-failed'; readonly workload: WorkloadName };

/** What happened, `at` so many milliseconds since the session began. */
export type Event = (ProfileEvent | MachineEvent) & { readonly at: Milliseconds };

/** Told what happened; never awaited, never throws. */
export type Observe = (event: ProfileEvent | MachineEvent) => void;
