import type { Calibration } from '../plan/calibration.ts';
import type { Conditions } from '../machine/conditions.ts';
import type { PassOutcome } from './pass.ts';
import type { CpuLoad, Machine, OtherLoad } from '../machine/machine.ts';
import type { Failure } from '../failure.ts';
import type { RayRun } from '../plan/circumstances.ts';
import type { Plan, PlannedPass } from '../plan/plan.ts';
import type { Cluster, RayPhase } from '../plan/ray.ts';
import type { RayTarget } from '../plan/settings.ts';
import type { Milliseconds, Share } from '../units.ts';
import type { WorkloadName } from '../plan/workload.ts';

/** The progress of one worker in the running pass. */
export type WorkerSample = {
  /** Finished tasks plus the share of the running one, over the worker's fair part of all tasks; at most 1. */
  readonly share: Share;
  /** Finished tasks. */
  readonly tasks: number;
  /** The CPU it was last seen on; absent if the system does not report it. */
  readonly cpu?: number;
  /** Its node of the cluster: an index into the event's `nodes`. */
  readonly node?: number;
  /** Absent if the system does not report it. */
  readonly time?: WorkerTime;
  /** Number of failed tasks; absent if none failed. */
  readonly failed?: number;
};

/** Total duration of a worker's finished tasks, and how much of it they spent on a CPU or waiting for one. */
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
  /** A pass on Ray entered another phase; the first one brings the id of its job. */
  | { readonly type: 'phase-changed'; readonly phase: RayPhase; readonly job?: string }
  /** A remark on the phase; undefined if the previous one no longer holds. */
  | { readonly type: 'phase-noted'; readonly note: string | undefined }
  /** The head of the cluster has not answered for `silent`, and is asked again until that is `patience`. */
  | {
      readonly type: 'contact-lost';
      readonly silent: Milliseconds;
      readonly patience: Milliseconds;
    }
  | { readonly type: 'contact-regained' }
  /** One entry per worker by number. On a cluster they are ordered by node, and `nodes` has the names of the nodes. */
  | {
      readonly type: 'workers-sampled';
      readonly workers: readonly WorkerSample[];
      readonly nodes?: readonly string[];
    }
  /** A frame was drawn during a pass, and took this much CPU time. */
  | { readonly type: 'frame-drawn'; readonly took: Milliseconds }
  /** From now on the terminal kept drawing waiting for this long. */
  | { readonly type: 'drawing-held-up'; readonly took: Milliseconds }
  /** The program was stopped during the pass: its result is discarded, and it runs again. */
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
  /** `otherLoad` covers the last seconds, so that it does not flicker. */
  | {
      readonly type: 'load-sampled';
      readonly load: readonly CpuLoad[];
      readonly otherLoad?: OtherLoad;
    }
  | { readonly type: 'calibrated'; readonly calibration: Calibration }
  | { readonly type: 'calibration-failed'; readonly workload: WorkloadName }
  /** The times of the last pass on Ray, in an earlier profile. */
  | { readonly type: 'ray-pass-timed'; readonly run: RayRun }
  /** The user chose Ray: fibtui connects to its cluster, or starts a head. */
  | { readonly type: 'cluster-sought'; readonly target: RayTarget }
  | { readonly type: 'cluster-reached'; readonly target: RayTarget; readonly cluster: Cluster }
  | { readonly type: 'cluster-missed'; readonly target: RayTarget; readonly failure: Failure }
  | FleetingEvent;

/** About the present only: a recording does without it. */
export type FleetingEvent =
  /** Something has stopped the process that measures, as SIGSTOP does. */
  | { readonly type: 'host-stopped'; readonly pid: number }
  | { readonly type: 'host-continued' }
  /** A start waits until the machine is quiet, for this long at most. */
  | { readonly type: 'quiet-awaited'; readonly most: Milliseconds }
  | { readonly type: 'quiet-wait-ended' }
  /** A start waits until the cluster has so many CPUs, for this long at most. */
  | { readonly type: 'cpus-awaited'; readonly cpus: number; readonly most: Milliseconds }
  | { readonly type: 'cpu-wait-ended' };

const fleeting: ReadonlySet<Event['type']> = new Set<FleetingEvent['type']>([
  'host-stopped',
  'host-continued',
  'quiet-awaited',
  'quiet-wait-ended',
  'cpus-awaited',
  'cpu-wait-ended',
]);

export const isFleeting = ({ type }: Event): boolean => fleeting.has(type);

/** `at` counts from the beginning of the session. */
export type Event = (ProfileEvent | MachineEvent) & { readonly at: Milliseconds };

/** Receives every event; never awaited, never throws. */
export type Observe = (event: ProfileEvent | MachineEvent) => void;
