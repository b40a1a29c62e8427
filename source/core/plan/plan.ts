import { runsInARow, needsCluster, runsHere } from './engines.ts';
import { taskTime, type Calibration } from './calibration.ts';
import type { Check, EngineName, RayTarget, Settings } from './settings.ts';
import type { Bytes, Milliseconds } from '../units.ts';
import { workloads, type WorkloadName } from './workload.ts';

/** One bar of the chart. */
export type Case = {
  /** The engine's name; where it stands twice `local`, `local#2`. */
  readonly id: string;
  readonly engine: EngineName;
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly size: number;
  readonly tasks: number;
  /** Of Ray: the target that it runs on, and whether that is this machine. */
  readonly cluster?: { readonly at: string; readonly here: boolean };
};

export type PlannedPass = {
  /** Place in the plan, from 0. */
  readonly index: number;
  /** From 1. */
  readonly round: number;
  /** The id of its case. */
  readonly case: string;
};

/** What the cases of a plan have in common: they all compute the same tasks. */
export const batchOf = ({
  cases: [first],
}: Pick<Plan, 'cases'>): Pick<Case, 'workload' | 'size' | 'tasks'> => {
  if (!first) {
    throw new Error('The plan has no case.');
  }

  const { workload, size, tasks } = first;
  return { workload, size, tasks };
};

/** The case of a pass, which is one of the plan's. */
export function caseOf({ cases }: Pick<Plan, 'cases'>, pass: Pick<PlannedPass, 'case'>): Case {
  const found = cases.find(({ id }) => id === pass.case);
  if (!found) {
    throw new Error(`The plan has no case ${pass.case}.`);
  }

  return found;
}

export type TasksFrom = 'auto' | 'cpus' | 'cluster' | 'user';

export type Plan = {
  readonly tasksFrom: TasksFrom;
  readonly repeats: number;
  readonly cases: readonly Case[];
  /** Everything that will run, in order. */
  readonly passes: readonly PlannedPass[];
  /** Where there is a case on Ray. */
  readonly ray?: PlannedRay;
  readonly checks?: Check;
};

export type PlannedRay = {
  readonly target: RayTarget;
  /** Rounds in which it takes part: the first ones. */
  readonly repeats: number;
  /** When a job ends itself, after its start. */
  readonly deadline: Milliseconds;
};

export type Circumstances = {
  /** Usable CPUs. */
  readonly cpus: number;
  /** How many CPUs' time there is to be had, where a quota makes that another number. */
  readonly capacity?: number;
  readonly calibration: Calibration;
  /** The cluster that was reached. */
  readonly cluster?: {
    /** Its target. */
    readonly at: string;
    readonly cpus: number;
    readonly here: boolean;
  };
  readonly rayRun?: RayRun;
};

/** What a finished pass on Ray took: its span, and what came on top of that. */
export type RayRun = {
  readonly case: Case;
  readonly span: Milliseconds;
  readonly overhead: Milliseconds;
};

/** `auto` takes the smallest of these that is long enough to see and to measure. */
const tasksPerCpu = [1, 2, 5, 10, 20, 50, 100, 200] as const;
const longEnough: Milliseconds = 1500;

/** The cases that the settings ask for under these circumstances, and all their passes in order. No setting is checked here. */
export function planOf(settings: Settings, circumstances: Circumstances): Plan {
  const { workload, size, repeats } = settings;
  const tasks = taskCount(settings, circumstances);
  const cases = settings.engines.map((engine, index) => ({
    id: caseId(settings.engines, index),
    engine,
    workload,
    size,
    tasks,
    ...placeOf(engine, tasks, settings, circumstances),
  }));
  const rayRepeats = Math.min(repeats, settings.rayRepeats);
  return {
    tasksFrom: typeof settings.tasks === 'number' ? 'user' : settings.tasks,
    repeats,
    cases,
    passes: interleaved(cases, repeats, rayRepeats),
    ...(settings.checks ? { checks: settings.checks } : {}),
    ...(needsCluster(settings.engines)
      ? {
          ray: {
            target: settings.ray,
            repeats: rayRepeats,
            deadline: deadlineOf(settings.size, tasks, circumstances),
          },
        }
      : {}),
  };
}

type Place = Pick<Case, 'workers' | 'cluster'>;

/** On how many workers a case runs, and where. Of a cluster that was not reached one CPU is assumed: its passes fail. */
function placeOf(
  engine: EngineName,
  tasks: number,
  settings: Settings,
  circumstances: Circumstances,
): Place {
  if (runsInARow(engine)) {
    return { workers: 1 };
  }

  if (runsHere(engine)) {
    return { workers: settings.workers === 'cpus' ? circumstances.cpus : settings.workers };
  }

  const cluster = clusterOf(settings, circumstances);
  return {
    workers: Math.max(1, Math.min(tasks, cluster?.cpus ?? 1)),
    cluster: { at: settings.ray.at, here: cluster?.here ?? false },
  };
}

/** The cluster that the settings name, where it was reached. */
const clusterOf = ({ ray }: Settings, { cluster }: Circumstances) =>
  cluster?.at === ray.at ? cluster : undefined;

const leastDeadline: Milliseconds = 300_000;
/** CPython takes some ten times as long as our kernel, on one CPU at worst, and a cluster may be busy. */
const deadlineFactor = 40;

const deadlineOf = (size: number, tasks: number, { calibration }: Circumstances): Milliseconds =>
  leastDeadline + deadlineFactor * tasks * taskTime(calibration, size);

function caseId(engines: readonly EngineName[], index: number): string {
  const engine = engines[index]!;
  const nth = engines.slice(0, index + 1).filter((name) => name === engine).length;
  return nth === 1 ? engine : `${engine}#${nth}`;
}

function taskCount(settings: Settings, circumstances: Circumstances): number {
  const { cpus, calibration } = circumstances;
  if (typeof settings.tasks === 'number') {
    return settings.tasks;
  }

  if (settings.tasks === 'cpus') {
    return cpus;
  }

  if (settings.tasks === 'cluster') {
    return Math.max(1, clusterOf(settings, circumstances)?.cpus ?? cpus);
  }

  const one = taskTime(calibration, settings.size);
  const enough = tasksPerCpu.find((count) => count * cpus * one >= longEnough);
  return (enough ?? tasksPerCpu[tasksPerCpu.length - 1]!) * cpus;
}

/** Every case once a round, every second round in reverse, so that a drift of the machine meets all alike; Ray in the first rounds. */
function interleaved(
  cases: readonly Case[],
  repeats: number,
  rayRepeats: number,
): readonly PlannedPass[] {
  const rounds = Array.from({ length: repeats }, (_, index) => index + 1);
  return rounds
    .flatMap((round) =>
      (round % 2 === 1 ? cases : cases.toReversed()).map((planned) => ({ round, case: planned })),
    )
    .filter((pass) => runsHere(pass.case.engine) || pass.round <= rayRepeats)
    .map(({ round, case: { id } }, index) => ({ index, round, case: id }));
}

/** What a worker's thread takes by itself: measured with 64 of them. */
export const threadBytes: Bytes = 12e6;

/** What an idle worker process of Ray takes by itself. */
const processBytes: Bytes = 80e6;

/** Memory of this machine that a case holds: ours from its warm-up to the end of the profile, Ray's while it runs. */
export function caseMemory({ engine, workload, size, tasks, workers, cluster }: Case): Bytes {
  const { bytes, pythonBytes = () => 0 } = workloads[workload];
  if (runsHere(engine)) {
    return bytes(size) * Math.min(tasks, workers) + threadBytes * workers;
  }

  return cluster?.here ? (pythonBytes(size) + processBytes) * workers : 0;
}

/** Memory that all cases hold at once: arenas are kept warm between repeats. */
export const planMemory = (plan: Pick<Plan, 'cases'>): Bytes =>
  plan.cases.reduce((total, planned) => total + caseMemory(planned), 0);

/** The most workers of a case on this machine's own engines; of any where there is none. */
export function widestOf(cases: readonly Pick<Case, 'engine' | 'workers'>[]): number {
  const own = cases.filter(({ engine }) => runsHere(engine));
  return Math.max(...(own.length > 0 ? own : cases).map(({ workers }) => workers));
}
