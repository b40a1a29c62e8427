import type { CaseForecast } from '../../plan/forecast.ts';
import type { EngineName } from '../../plan/settings.ts';
import type { WorkloadName } from '../../plan/workload.ts';
import type { Milliseconds, Share } from '../../units.ts';
import type { Budget } from './budget.ts';
import type { CauseCode } from './cause-code.ts';
import type { Pop } from './pop.ts';

export type ReportCase = {
  readonly id: string;
  readonly engine: EngineName;
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly size: number;
  readonly tasks: number;
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
