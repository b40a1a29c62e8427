import type { Budget } from './figures/budget.ts';
import type { CauseCode } from './figures/cause-code.ts';
import type { Conditions } from '../machine/conditions.ts';
import type { Span } from '../profile/pass.ts';
import type { RayPass } from '../plan/ray.ts';
import type { RayFactors } from './figures/ray-factors.ts';
import type { Failure } from '../failure.ts';
import type { CaseForecast } from '../plan/forecast.ts';
import type { LossName } from './figures/losses.ts';
import type { Machine } from '../machine/machine.ts';
import type { TasksFrom } from '../plan/plan.ts';
import type { Pop } from './figures/pop.ts';
import type { Check, EngineName } from '../plan/settings.ts';
import type { Outcome } from './figures/speedup.ts';
import { lowerMedian } from '../statistics.ts';
import type { TrustLine } from './trust/trust-lines.ts';
import type { Milliseconds, Share } from '../units.ts';
import type { WorkloadName } from '../plan/workload.ts';

/** A profile in its printed form: every output is made from it. What is not known is left out. */
export type Report = {
  /** Rises when a field changes its meaning. */
  readonly version: 1;
  readonly fibtui: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** False after an interruption. */
  readonly finished: boolean;
  readonly machine: Machine;
  readonly plan: ReportPlan;
  readonly cases: readonly ReportCase[];
  readonly passes: readonly ReportPass[];
  readonly verdict: ReportVerdict;
  /** Where the rest went, of every case in the order of the plan. */
  readonly advice: readonly Advice[];
  readonly warnings: readonly Warning[];
  /** How far the numbers can be trusted; empty where nobody looked. */
  readonly trust: readonly TrustLine[];
  /** What fibtui itself took of one CPU while passes were timed. */
  readonly cost?: { readonly screen: Share };
};

export type ReportPlan = {
  readonly workload: WorkloadName;
  readonly size: number;
  readonly tasks: number;
  readonly tasksFrom: TasksFrom;
  readonly repeats: number;
  /** Ids of the cases, round by round. */
  readonly order: readonly (readonly string[])[];
  /** From building a case's pool to its first answer. */
  readonly coldStart: Readonly<Record<string, Milliseconds>>;
  /** Where it was run to explain what another plan lost. */
  readonly checks?: Check;
};

export type ReportCase = {
  readonly id: string;
  readonly engine: EngineName;
  readonly workers: number;
  /** Of the finished passes; the four below are absent where none finished. */
  readonly median?: Milliseconds;
  readonly low?: Milliseconds;
  readonly high?: Milliseconds;
  /** Absent below 5 repeats, where low and high are just the least and the most. */
  readonly coverage?: number;
  /** Median of the passes' spans: the part of the wall in which tasks ran. */
  readonly span?: Milliseconds;
  /** Of Ray: median of T₁(Python), what the tasks would take on one CPU of the cluster one after another. */
  readonly python1?: Milliseconds;
  /** With their causes, where a counter shows one. */
  readonly outliers: readonly { readonly round: number; readonly cause?: CauseCode }[];
  readonly forecast?: Omit<CaseForecast, 'case'>;
  readonly speedup?: ReportSpeedup;
  readonly efficiency?: Share;
  readonly karpFlatt?: number;
  /** Where the time of its workers went, in the round whose wall is the (lower) median. */
  readonly budget?: { readonly round: number } & Budget;
  readonly pop?: Pop;
};

export type ReportSpeedup = {
  readonly over: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

type ReportPassKey = {
  readonly case: string;
  readonly round: number;
  /** How often it was run again because the program was stopped while it ran; absent for never. */
  readonly repeated?: number;
  /** What went on around it; absent where nothing is known of that. */
  readonly conditions?: Conditions;
};

export type ReportPass = ReportPassKey &
  (
    | {
        readonly status: 'finished';
        /** Whose clock the spans are on. */
        readonly clock: 'local' | 'driver';
        readonly wall: Milliseconds;
        /** First task start to last task end. */
        readonly span: Milliseconds;
        readonly digest: string;
        readonly kept?: string;
        readonly spans: readonly Omit<Span, 'digest' | 'kept'>[];
        /** Of a pass on Ray. */
        readonly ray?: RayPass & RayFactors;
      }
    | { readonly status: 'cancelled' }
    | { readonly status: 'failed'; readonly failure: Failure }
  );

export type ReportVerdict = {
  readonly comparisons: readonly {
    readonly case: string;
    readonly over: string;
    readonly factor: number;
    readonly low: number;
    readonly high: number;
    readonly outcome: Outcome;
  }[];
  /** Ray's own speed-up: its span against Python on one CPU of the cluster; absent without Ray. */
  readonly inside?: readonly {
    readonly case: string;
    readonly factor: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly sentence: string;
};

/** What to make of a case: its largest loss, where that comes from, and what to try next. */
export type Advice = {
  readonly case: string;
  readonly loss?: LossName;
  readonly causes: readonly CauseCode[];
  /** The same on the screen and in every output. */
  readonly sentence: string;
  /** The workload with which the same plan would tell whether the cause is the right one. */
  readonly check?: WorkloadName;
};

export type Warning = {
  readonly code: string;
  readonly message: string;
  /** The last lines of a log that may tell more, oldest first. */
  readonly log?: readonly string[];
};

export type FinishedReportPass = Extract<ReportPass, { readonly status: 'finished' }>;

/** The finished pass of a case whose wall is the (lower) median: what is shown of one pass is shown of this one. */
export function typicalPass(
  passes: readonly ReportPass[],
  caseId: string,
): FinishedReportPass | undefined {
  const finished = passes
    .filter((pass): pass is FinishedReportPass => pass.status === 'finished')
    .filter((pass) => pass.case === caseId);
  return lowerMedian(finished, ({ wall }) => wall);
}
