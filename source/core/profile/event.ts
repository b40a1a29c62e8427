import type { Calibration } from '../plan/calibration.ts';
import type { Conditions } from '../machine/conditions.ts';
import type { PassOutcome } from './pass.ts';
import type { CpuLoad, Machine, OtherLoad } from '../machine/machine.ts';
import type { Failure } from '../failure.ts';
import type { Plan, PlannedPass, RayRun } from '../plan/plan.ts';
import type { Cluster, RayPhase } from '../plan/ray.ts';
import type { RayTarget } from '../plan/settings.ts';
import type { Milliseconds, Share } from '../units.ts';
import type { WorkloadName } from '../plan/workload.ts';

/** Where one worker stands in the pass that runs. */
export type WorkerSample = {
  /** Finished tasks plus the share of the running one, over the worker's fair part of the pass; never above 1. */
  readonly share: Share;
  /** Finished tasks. */
  readonly tasks: number;
  /** The CPU it was last seen on, where the system tells. */
  readonly cpu?: number;
  /** The node of the cluster that it is on, from 0 in the order of the event's nodes. */
  readonly node?: number;
  /** Where the time of its finished tasks went, where the system tells. */
  readonly time?: WorkerTime;
  /** How many of its tasks failed; absent for none. */
  readonly failed?: number;
};

/** Of the tasks that a worker has finished: what they took, and how much of that on a CPU and waiting for one. */
export type WorkerTime = {
  readonly run: Milliseconds;
  readonly onCpu: Milliseconds;
  readonly waiting: Milliseconds;
};

export type ProfileEvent =
  | { readonly type: 'profile-started'; readonly plan: Plan; readonly startedAt: string }
  | { readonly type: 'warm-up-started'; readonly case: string }
  | { readonly type: 'case-warmed'; readonly case: string; readonly coldStart: Milliseconds }
  | { readonly type: 'pass-started'; readonly pass: PlannedPass }
  /** A pass on Ray has come to another phase; with the first one comes the id of its job. */
  | { readonly type: 'phase-changed'; readonly phase: RayPhase; readonly job?: string }
  /** A remark beside the phase, or that none holds any more. */
  | { readonly type: 'phase-noted'; readonly note: string | undefined }
  /** One entry a worker, in the order of their numbers; of a cluster by node, and the names of its nodes. */
  | {
      readonly type: 'workers-sampled';
      readonly workers: readonly WorkerSample[];
      readonly nodes?: readonly string[];
    }
  /** A frame was drawn while a pass ran, and took so much of a CPU's time. */
  | { readonly type: 'frame-drawn'; readonly took: Milliseconds }
  /** The program was stopped while the pass ran: the pass counts for nothing and is run again. */
  | { readonly type: 'pass-repeated'; readonly pass: PlannedPass }
  | {
      readonly type: 'pass-finished';
      readonly pass: PlannedPass;
      readonly outcome: PassOutcome;
      readonly conditions?: Conditions;
    }
  | { readonly type: 'profile-finished'; readonly interrupted: boolean };

export type MachineEvent =
  | { readonly type: 'machine-detected'; readonly machine: Machine }
  /** Who else takes time of the CPUs is told of the last seconds, so that it does not flicker. */
  | {
      readonly type: 'load-sampled';
      readonly load: readonly CpuLoad[];
      readonly otherLoad?: OtherLoad;
    }
  | { readonly type: 'calibrated'; readonly calibration: Calibration }
  | { readonly type: 'calibration-failed'; readonly workload: WorkloadName }
  /** What the last pass on Ray took: known from a profile before. */
  | { readonly type: 'ray-pass-timed'; readonly run: RayRun }
  /** The user named Ray: its cluster is asked what it is, or a head is started. */
  | { readonly type: 'cluster-sought'; readonly target: RayTarget }
  | { readonly type: 'cluster-reached'; readonly target: RayTarget; readonly cluster: Cluster }
  | { readonly type: 'cluster-missed'; readonly target: RayTarget; readonly failure: Failure };

/** What happened, `at` so many milliseconds since the session began. */
export type Event = (ProfileEvent | MachineEvent) & { readonly at: Milliseconds };

/** Told what happened; never awaited, never throws. */
export type Observe = (event: ProfileEvent | MachineEvent) => void;
