import { createLatestCache } from '../latest-cache.ts';
import { capacityOf } from '../machine/capacity.ts';
import type { Calibration } from '../plan/calibration.ts';
import { forecastOf, type Forecast } from '../plan/forecast.ts';
import type { Conditions } from '../machine/conditions.ts';
import type { Failure } from '../failure.ts';
import type { FinishedOutcome, PassOutcome } from './pass.ts';
import type { WorkerSample } from './event.ts';
import type { LoadHistory } from './load-history.ts';
import type { CpuLoad, Machine, OtherLoad } from '../machine/machine.ts';
import type { Circumstances, RayRun } from '../plan/circumstances.ts';
import { batchOf, type Case, type Plan, type PlannedPass } from '../plan/plan.ts';
import type { Cluster, RayPhase } from '../plan/ray.ts';
import type { RayTarget } from '../plan/settings.ts';
import type { Milliseconds } from '../units.ts';
import type { WorkloadName } from '../plan/workload.ts';
import type { WorkerHistory } from './worker-history.ts';

/** All events so far, folded. */
export type State = {
  readonly machine?: Machine;
  /** The latest sample of every CPU; empty before the first. */
  readonly load: readonly CpuLoad[];
  /** The samples of the last minute; of a profile those since it began, and the one before. */
  readonly loadHistory: LoadHistory;
  /** Covers the last seconds. */
  readonly otherLoad?: OtherLoad;
  readonly calibrations: Readonly<Partial<Record<WorkloadName, Calibration>>>;
  /** Workloads whose latest calibration failed. */
  readonly uncalibrated: readonly WorkloadName[];
  /** The cluster of the latest target; absent until Ray is chosen. */
  readonly cluster?: ClusterState;
  /** The last finished pass on Ray, for forecasts. */
  readonly rayRun?: RayRun;
  /** The running profile, or the last one. */
  readonly profile?: ProfileState;
  /** The measuring process, while something has stopped it. */
  readonly stopped?: { readonly pid: number };
  /** Present while a start waits until the machine is quiet. */
  readonly quietWait?: QuietWait;
  /** Present while a start waits for CPUs of a cluster. */
  readonly cpuWait?: CpuWait;
};

/** `most` is the longest time that it waits. */
export type QuietWait = { readonly since: Milliseconds; readonly most: Milliseconds };

/** For so many CPUs, and for how long at most. */
export type CpuWait = QuietWait & { readonly cpus: number };

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
  /** When it began, since the session began. */
  readonly began: Milliseconds;
  readonly under: PlannedUnder;
  readonly activity: Activity;
  /** By case: from building its pool to the first result. */
  readonly coldStart: Readonly<Record<string, Milliseconds>>;
  readonly passes: readonly EndedPass[];
  /** Passes that ran again because the program was stopped during them, an entry for each time. */
  readonly repeated: readonly PlannedPass[];
  /** Absent if the terminal never kept drawing waiting. */
  readonly heldUp?: HeldUp;
};

/** How long drawing waited for the terminal during a profile. */
export type HeldUp = { readonly total: Milliseconds; readonly longest: Milliseconds };

/** The circumstances when a profile began. Its report depends on nothing that happens later. */
export type PlannedUnder = {
  readonly machine?: Machine;
  /** Of its workload; absent if that was not calibrated. */
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
  /** All samples of the workers; absent before the first. */
  readonly history?: WorkerHistory;
  /** Only on a cluster, from its first phase or sample. */
  readonly remote?: RemotePass;
  /** CPU time of the frames drawn since; absent before the first, or if the system does not report CPU time. */
  readonly drawing?: Milliseconds;
};

export type RemotePass = {
  readonly phases: readonly PhaseBegin[];
  /** Job id. */
  readonly job?: string;
  /** A remark on the phase. */
  readonly note?: string;
  /** Present while the head does not answer. */
  readonly outage?: OutageTimes;
  /** Names of the cluster's nodes. */
  readonly nodes?: readonly string[];
};

/** The last sign of life, and when the head counts as lost. */
export type OutageTimes = { readonly since: Milliseconds; readonly until: Milliseconds };

export type PhaseBegin = { readonly phase: RayPhase; readonly since: Milliseconds };

export type EndedPass<Outcome extends PassOutcome = PassOutcome> = {
  readonly pass: PlannedPass;
  readonly outcome: Outcome;
  readonly conditions?: Conditions;
  /** Absent if it failed before it began. */
  readonly ran?: RanFor;
  /** Absent if nothing was drawn during the pass, or the system does not report CPU time. */
  readonly screen?: ScreenTime;
};

/** Since the session began. */
export type RanFor = { readonly from: Milliseconds; readonly to: Milliseconds };

/** CPU time of drawing, and the time in which it was drawn. */
export type ScreenTime = { readonly drawing: Milliseconds; readonly during: Milliseconds };

export const initialState: State = {
  load: [],
  loadHistory: [],
  calibrations: {},
  uncalibrated: [],
};

/** The pass that runs; undefined between two of them. */
export const runningPass = ({
  activity,
  passes,
}: Pick<ProfileState, 'activity' | 'passes'>): RunningPass | undefined =>
  activity.type === 'running' && activity.pass.index !== passes.at(-1)?.pass.index
    ? activity
    : undefined;

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

export const wallsOf = ({ passes }: Pick<ProfileState, 'passes'>, caseId: string): Walls =>
  wallsByCase(passes, [], () => allWalls(passes)).get(caseId) ?? noWalls;

/** Every frame asks for them, and passes end rarely. */
const wallsByCase = createLatestCache<ProfileState['passes'], ReadonlyMap<string, Walls>>();

const noWalls: Walls = new Map();

function allWalls(passes: ProfileState['passes']): ReadonlyMap<string, Walls> {
  const found = new Map<string, Map<number, Milliseconds>>();
  for (const { pass, outcome } of passes) {
    if (outcome.status === 'finished') {
      const walls = found.get(pass.case) ?? new Map<number, Milliseconds>();
      found.set(pass.case, walls.set(pass.round, outcome.wall));
    }
  }

  return found;
}

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

/** Undefined until the machine is detected and `workload` calibrated. */
export function circumstancesOf(state: State, workload: WorkloadName): Circumstances | undefined {
  const { machine, rayRun } = state;
  const calibration = state.calibrations[workload];
  return machine && calibration
    ? {
        cpus: machine.usable.count,
        capacity: capacityOf(machine.usable),
        calibration,
        ...reachedCluster(state),
        ...(rayRun ? { rayRun } : {}),
      }
    : undefined;
}

export function reachedCluster({ cluster: found }: State): Pick<Circumstances, 'cluster'> {
  if (found?.status !== 'reached') {
    return {};
  }

  const { target, cluster } = found;
  const { cpus, here, nodes } = cluster;
  return { cluster: { at: target.at, cpus, here, nodes } };
}
