import type { Failure } from '../failure.ts';
import type { Report } from './report.ts';
import type { Milliseconds } from '../units.ts';
import type { ReportCase, ReportSpeedup } from './figures/report-case.ts';
import type { Outcome } from './figures/speedup.ts';
import { worstLevel, type TrustLevel } from './trust/trust-lines.ts';
import type { WorkloadName } from '../plan/workload.ts';

/** The fields of one run in a list of runs. */
export type RunSummary = {
  /** Version of the fibtui that ran it. */
  readonly fibtui: string;
  /** When it began, ISO 8601. */
  readonly when: string;
  /** Model name of the CPU. */
  readonly machine: string;
  /** Usable CPUs. */
  readonly cpus: number;
  readonly plan: RunPlan;
  readonly verdict: string;
  /** False after an interruption. */
  readonly finished: boolean;
  /** Unknown of a run that an older version judged. */
  readonly results?: RunResults;
};

export type RunResults = {
  /** Wall of the typical round of each case that finished a pass, by its id. */
  readonly walls: Readonly<Record<string, Milliseconds>>;
  readonly speedups: readonly RunSpeedup[];
  /** The worst of its trust lines; absent if no conditions were sampled. */
  readonly trust?: TrustLevel;
};

export type RunSpeedup = Pick<ReportSpeedup, 'over' | 'value' | 'low' | 'high'> & {
  readonly case: string;
  readonly outcome: Outcome;
};

export type RunPlan = {
  readonly workload: WorkloadName;
  readonly size: number;
  readonly tasks: number;
  readonly rounds: number;
  readonly cases: readonly { readonly id: string; readonly workers: number }[];
};

/** A run file that can be opened. */
export type SavedRun = RunSummary & {
  readonly path: string;
  /** An older version judged it by other rules: its verdict and its results are unknown until it is opened. */
  readonly outdated?: true;
  /** What the user wrote about it, in one line. */
  readonly note?: string;
};

/** In characters. */
export const longestNote = 200;

/** A run file that cannot be opened. */
export type SkippedRun = {
  readonly path: string;
  /** Follows the name of the file: "is cut off". */
  readonly reason: string;
};

/** Newest first. */
export type RunList = {
  readonly runs: readonly SavedRun[];
  readonly skipped: readonly SkippedRun[];
  /** Why the last run could not be saved. */
  readonly unsaved?: Failure;
  /** Why the notes on the runs could not be read. */
  readonly unread?: Failure;
};

export function runSummaryOf(report: Report): RunSummary {
  const { fibtui, startedAt, machine, plan, cases, verdict, finished } = report;
  const { workload, size, tasks, rounds } = plan;
  return {
    fibtui,
    when: startedAt,
    machine: machine.cpu,
    cpus: machine.usable.count,
    plan: {
      workload,
      size,
      tasks,
      rounds,
      cases: cases.map(({ id, workers }) => ({ id, workers })),
    },
    verdict: verdict.sentence,
    finished,
    results: resultsOf(report),
  };
}

function resultsOf({ cases, verdict, trust }: Report): RunResults {
  const walls = cases.flatMap(({ id, typical }) => (typical ? [[id, typical.wall]] : []));
  const worst = worstLevel(trust);
  return {
    walls: Object.fromEntries(walls) as RunResults['walls'],
    speedups: cases.flatMap((found) => speedupIn(found, verdict)),
    ...(worst ? { trust: worst } : {}),
  };
}

function speedupIn(
  { id, speedup }: ReportCase,
  { comparisons }: Report['verdict'],
): readonly RunSpeedup[] {
  const outcome = comparisons.find((found) => found.case === id)?.outcome;
  if (!speedup || !outcome) {
    return [];
  }

  const { over, value, low, high } = speedup;
  return [{ case: id, over, value, low, high, outcome }];
}
