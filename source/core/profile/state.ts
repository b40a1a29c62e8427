import { capacityOf } from '../machine/capacity.ts';
import type { Calibration } from '../plan/calibration.ts';
import { forecastOf, type Forecast } from '../plan/forecast.ts';
import type { Conditions } from '../machine/conditions.ts';
import type { Failure } from '../failure.ts';
import type { FinishedOutcome, PassOutcome } from './pass.ts';
import type { WorkerSample } from './event.ts';
import type { CpuLoad, Machine, OtherLoad } from '../machine/machine.ts';
import {
  batchOf,
  type Case,
  type Circumstances,
  type Plan,
  type PlannedPass,
  type RayRun,
} from '../plan/plan.ts';
import type { Cluster, RayPhase } from '../plan/ray.ts';
import type { RayTarget } from '../plan/settings.ts';
import { lowerMedian } from '../statistics.ts';
import type { Milliseconds } from '../units.ts';
import type { WorkloadName } from '../plan/workload.ts';

/** All events so far, folded. */
export type State = {
  readonly machine?: Machine;
  /** The latest sample of every CPU; empty before the first. */
  readonly load: readonly CpuLoad[];
  /** Of the last seconds. */
  readonly otherLoad?: OtherLoad;
  readonly calibrations: Readonly<Partial<Record<WorkloadName, Calibration>>>;
  /** Workloads whose latest calibration failed. */
  readonly uncalibrated: readonly WorkloadName[];
  /** The cluster that was named last, once one was. */
  readonly cluster?: ClusterState;
  /** The last finished pass on Ray: what the next one is expected to take. */
  readonly rayRun?: RayRun;
  /** The profile that runs, or the last one that did. */
  readonly profile?: ProfileState;
};

export type ClusterState = {
  readonly target: RayTarget;
} & (
  | { readonly status: 'sought'; readonly since: Milliseconds }
  | { readonly status: 'reached'; readonly cluster: Cluster }
  | { readonly status: 'missed'; readonly failure: Failure }
);

export type ProfileState = {
  readonly plan: Plan;
  /** ISO 8601. */
  readonly startedAt: string;
  /** When it began, in milliseconds since the session did. */
  readonly began: Milliseconds;
  readonly under: PlannedUnder;
  readonly activity: Activity;
  /** From building a case's pool to its first result, by case. */
  readonly coldStart: Readonly<Record<string, Milliseconds>>;
  readonly passes: readonly EndedPass[];
  /** Passes that were run again because the program was stopped while they ran, once for each time. */
  readonly repeated: readonly PlannedPass[];
};

/** What a profile was planned under, as it was when it began: nothing that happens later changes its report. */
export type PlannedUnder = {
  readonly machine?: Machine;
  /** Of its workload; absent where that was not calibrated. */
  readonly calibration?: Calibration;
  /** Absent without a calibration. */
  readonly forecast?: Forecast;
};

export type Activity =
  | { readonly type: 'opening' }
  | { readonly type: 'warming-up'; readonly case: string; readonly since: Milliseconds }
  | RunningPass
  | { readonly type: 'ended'; readonly at: Milliseconds; readonly interrupted: boolean };

export type RunningPass = {
  readonly type: 'running';
  readonly pass: PlannedPass;
  readonly case: Case;
  readonly since: Milliseconds;
  readonly workers: readonly WorkerSample[];
  /** On a cluster, as soon as anything of it is known. */
  readonly remote?: RemotePass;
  /** CPU time of the frames drawn since, where there are any and the system tells. */
  readonly drawing?: Milliseconds;
};

export type RemotePass = {
  /** So far, and when they began. */
  readonly phases: readonly PhaseBegin[];
  /** The id of its job. */
  readonly job?: string;
  /** A remark beside the phase. */
  readonly note?: string;
  /** Names of the cluster's nodes. */
  readonly nodes?: readonly string[];
};

export type PhaseBegin = { readonly phase: RayPhase; readonly since: Milliseconds };

export type EndedPass<Outcome extends PassOutcome = PassOutcome> = {
  readonly pass: PlannedPass;
  readonly outcome: Outcome;
  readonly conditions?: Conditions;
  /** Where frames were drawn while it ran, and the system tells what they cost. */
  readonly screen?: ScreenTime;
};

/** CPU time of drawing, in this much time. */
export type ScreenTime = { readonly drawing: Milliseconds; readonly during: Milliseconds };

export const initialState: State = { load: [], calibrations: {}, uncalibrated: [] };

/** The finished passes of a case, in the order in which they ran. */
export const finishedPasses = (
  { passes }: Pick<ProfileState, 'passes'>,
  caseId: string,
): readonly EndedPass<FinishedOutcome>[] =>
  passes.filter(
    (ended): ended is EndedPass<FinishedOutcome> =>
      ended.pass.case === caseId && ended.outcome.status === 'finished',
  );

/** Finished walls by round: two cases are compared round by round. */
export type Walls = ReadonlyMap<number, Milliseconds>;

export const wallsOf = (profile: Pick<ProfileState, 'passes'>, caseId: string): Walls =>
  new Map(
    finishedPasses(profile, caseId).map(({ pass, outcome }) => [pass.round, outcome.wall] as const),
  );

/** The round with the (lower) median wall: whatever shows a single pass of a case shows this one. */
export const typicalRound = (walls: Walls): number | undefined =>
  lowerMedian([...walls], ([, wall]) => wall)?.[0];

/** What is known now of all that a profile of this plan depends on. */
export function plannedUnder(state: State, plan: Plan): PlannedUnder {
  const { machine, calibrations } = state;
  const { workload } = batchOf(plan);
  const calibration = calibrations[workload];
  const circumstances = circumstancesOf(state, workload);
  return {
    ...(machine ? { machine } : {}),
    ...(calibration ? { calibration } : {}),
    ...(circumstances ? { forecast: forecastOf(plan, circumstances) } : {}),
  };
}

/** What a plan for `workload` depends on; undefined until it is detected and calibrated. */
export function circumstancesOf(state: State, workload: WorkloadName): Circumstances | undefined {
  const { machine, cluster, rayRun } = state;
  const calibration = state.calibrations[workload];
  return machine && calibration
    ? {
        cpus: machine.usable.count,
        capacity: capacityOf(machine.usable),
        calibration,
        ...(cluster?.status === 'reached'
          ? {
              cluster: {
                at: cluster.target.at,
                cpus: cluster.cluster.cpus,
                here: cluster.cluster.here,
              },
            }
          : {}),
        ...(rayRun ? { rayRun } : {}),
      }
    : undefined;
}
