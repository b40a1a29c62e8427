import { taskTime, type Calibration } from './calibration.ts';
import type { EngineName, Settings } from './settings.ts';
import type { Bytes, Milliseconds } from './units.ts';
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
};

export type PlannedPass = {
  /** Place in the plan, from 0. */
  readonly index: number;
  /** From 1. */
  readonly round: number;
  readonly case: Case;
};

export type TasksFrom = 'auto' | 'cpus' | 'user';

export type Plan = {
  readonly workload: WorkloadName;
  readonly size: number;
  readonly tasks: number;
  readonly tasksFrom: TasksFrom;
  readonly repeats: number;
  readonly cases: readonly Case[];
  /** Everything that will run, in order. */
  readonly passes: readonly PlannedPass[];
};

export type Circumstances = {
  /** Usable CPUs. */
  readonly cpus: number;
  readonly calibration: Calibration;
};

/** `auto` takes the smallest of these that is long enough to see and to measure. */
const tasksPerCpu = [1, 2, 5, 10, 20, 50, 100, 200] as const;
const longEnough: Milliseconds = 1500;

export function planOf(settings: Settings, circumstances: Circumstances): Plan {
  const { workload, size, repeats } = settings;
  const tasks = taskCount(settings, circumstances);
  const workers = settings.workers === 'cpus' ? circumstances.cpus : settings.workers;
  const cases = settings.engines.map((engine, index) => ({
    id: caseId(settings.engines, index),
    engine,
    workers: engine === 'local' ? 1 : workers,
    workload,
    size,
    tasks,
  }));
  return {
    workload,
    size,
    tasks,
    tasksFrom: typeof settings.tasks === 'number' ? 'user' : settings.tasks,
    repeats,
    cases,
    passes: interleaved(cases, repeats),
  };
}

function caseId(engines: readonly EngineName[], index: number): string {
  const engine = engines[index] ?? 'local';
  const nth = engines.slice(0, index + 1).filter((name) => name === engine).length;
  return nth === 1 ? engine : `${engine}#${nth}`;
}

function taskCount(settings: Settings, { cpus, calibration }: Circumstances): number {
  if (typeof settings.tasks === 'number') {
    return settings.tasks;
  }

  if (settings.tasks === 'cpus') {
    return cpus;
  }

  const one = taskTime(calibration, settings.size);
  const enough = tasksPerCpu.find((count) => count * cpus * one >= longEnough);
  return (enough ?? tasksPerCpu[tasksPerCpu.length - 1]!) * cpus;
}

/** Every case once a round, every second round in reverse, so that a drift of the machine meets all alike. */
function interleaved(cases: readonly Case[], repeats: number): readonly PlannedPass[] {
  const rounds = Array.from({ length: repeats }, (_, index) => index + 1);
  return rounds
    .flatMap((round) =>
      (round % 2 === 1 ? cases : cases.toReversed()).map((planned) => ({ round, case: planned })),
    )
    .map((pass, index) => ({ index, ...pass }));
}

/** What a worker's thread takes by itself: measured with 64 of them. */
export const threadBytes: Bytes = 12e6;

/** Memory that a case holds from its warm-up to the end of the profile. */
export const caseMemory = ({ workload, size, tasks, workers }: Case): Bytes =>
  workloads[workload].bytes(size) * Math.min(tasks, workers) + threadBytes * workers;

/** Memory that all cases hold at once: arenas are kept warm between repeats. */
export const planMemory = (plan: Pick<Plan, 'cases'>): Bytes =>
  plan.cases.reduce((total, planned) => total + caseMemory(planned), 0);
