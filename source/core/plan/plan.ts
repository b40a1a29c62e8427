import { runsHere } from './engines.ts';
import type { CpusWaited, NodeMemory } from './ray.ts';
import type { Check, EngineName, RayTarget, Waited } from './settings.ts';
import type { Milliseconds } from '../units.ts';
import type { WorkloadName } from './workload.ts';

export type Plan = {
  readonly tasksFrom: TasksFrom;
  readonly rounds: number;
  readonly cases: readonly Case[];
  /** Everything that will run, in order. */
  readonly passes: readonly PlannedPass[];
  /** Present if a case runs on Ray. */
  readonly ray?: PlannedRay;
  /** The Python of this machine as the user gave it; present if a case needs one and it was given. */
  readonly python?: string;
  readonly checks?: Check;
  /** Present if its start waited for a quiet machine. */
  readonly waited?: Waited;
};

/** Where the number of tasks comes from. */
export type TasksFrom = 'auto' | 'cpus' | 'cluster' | 'user';

/** One bar of the chart. */
export type Case = {
  /** The engine's name; if it is there several times `local`, `local#2`, … */
  readonly id: string;
  readonly engine: EngineName;
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly size: number;
  readonly tasks: number;
  /** Only on Ray: the address of its target, and whether that is on this machine. */
  readonly cluster?: { readonly at: string; readonly here: boolean };
};

export type PlannedPass = {
  /** Position in the plan, from 0. */
  readonly index: number;
  /** From 1. */
  readonly round: number;
  /** The id of its case. */
  readonly case: string;
};

export type PlannedRay = {
  readonly target: RayTarget;
  /** Number of first rounds that include Ray. */
  readonly rounds: number;
  /** A job ends itself when it has made no progress for this long. */
  readonly deadline: Milliseconds;
  /** The node whose memory the tasks fill most; absent on this machine, and where no node reports its memory. */
  readonly fullest?: NodeMemory;
  /** Present if its start waited for CPUs of the cluster. */
  readonly waited?: CpusWaited;
  /** Paths as the user gave them: of the Python that has Ray, and of the certificates to trust. */
  readonly python?: string;
  readonly ca?: string;
};

/** The tasks that all cases of a plan share. Throws if the plan has no case. */
export const batchOf = ({
  cases: [first],
}: Pick<Plan, 'cases'>): Pick<Case, 'workload' | 'size' | 'tasks'> => {
  if (!first) {
    throw new Error('The plan has no case.');
  }

  const { workload, size, tasks } = first;
  return { workload, size, tasks };
};

/** Throws if the pass belongs to another plan. */
export function caseOf({ cases }: Pick<Plan, 'cases'>, pass: Pick<PlannedPass, 'case'>): Case {
  const found = cases.find(({ id }) => id === pass.case);
  if (!found) {
    throw new Error(`The plan has no case ${pass.case}.`);
  }

  return found;
}

/** The most workers of a case on this machine's own engines; without such a case, the most of any. */
export function widestOf(cases: readonly Pick<Case, 'engine' | 'workers'>[]): number {
  const own = cases.filter(({ engine }) => runsHere(engine));
  return Math.max(...(own.length > 0 ? own : cases).map(({ workers }) => workers));
}
