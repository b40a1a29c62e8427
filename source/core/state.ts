import type { Calibration } from './calibration.ts';
import type { PassOutcome } from './pass.ts';
import type { WorkerSample } from './event.ts';
import type { CpuLoad, Machine } from './machine.ts';
import type { Circumstances, Plan, PlannedPass } from './plan.ts';
import type { Milliseconds } from './units.ts';
import type { WorkloadName } from './workload.ts';

/** All events so far, folded. */
export type State = {
  readonly machine?: Machine;
  /** The latest sample of every CPU; empty before the first. */
  readonly load: readonly CpuLoad[];
  readonly calibrations: Readonly<Partial<Record<WorkloadName, Calibration>>>;
  /** Workloads whose latest calibration failed. */
  readonly uncalibrated: readonly WorkloadName[];
  /** The profile that runs, or the last one that did. */
  readonly profile?: ProfileState;
};

export type ProfileState = {
  readonly plan: Plan;
  /** ISO 8601. */
  readonly startedAt: string;
  /** When it began, in milliseconds since the session did. */
  readonly began: Milliseconds;
  readonly activity: Activity;
  /** From building a case's pool to its first result, by case. */
  readonly coldStart: Readonly<Record<string, Milliseconds>>;
  readonly passes: readonly EndedPass[];
  /** Passes that were run again because the program was stopped while they ran, once for each time. */
  readonly repeated: readonly PlannedPass[];
};

export type Activity =
  | { readonly type: 'opening' }
  | { readonly type: 'warming-up'; readonly case: string; readonly since: Milliseconds }
  | RunningPass
  | { readonly type: 'ended'; readonly at: Milliseconds; readonly interrupted: boolean };

export type RunningPass = {
  readonly type: 'running';
  readonly pass: PlannedPass;
  readonly since: Milliseconds;
  readonly workers: readonly WorkerSample[];
  /** CPU time of the frames drawn since, where there are any and the system tells. */
  readonly drawing?: Milliseconds;
};

export type EndedPass = {
  readonly pass: PlannedPass;
  readonly outcome: PassOutcome;
  /** Where frames were drawn while it ran, and the system tells what they cost. */
  readonly screen?: ScreenTime;
};

/** CPU time of drawing, in this much time. */
export type ScreenTime = { readonly drawing: Milliseconds; readonly during: Milliseconds };

export const initialState: State = { load: [], calibrations: {}, uncalibrated: [] };

/** Walls of a case's finished passes, by round. */
export function wallsOf(profile: ProfileState, caseId: string): ReadonlyMap<number, Milliseconds> {
  return new Map(
    profile.passes.flatMap(({ pass, outcome }) =>
      pass.case.id === caseId && outcome.status === 'finished'
        ? [[pass.round, outcome.wall] as const]
        : [],
    ),
  );
}

/** What a plan for `workload` depends on; undefined until it is detected and calibrated. */
export function circumstancesOf(state: State, workload: WorkloadName): Circumstances | undefined {
  const calibration = state.calibrations[workload];
  return state.machine && calibration
    ? { cpus: state.machine.usable.count, calibration }
    : undefined;
}
