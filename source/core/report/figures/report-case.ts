import type { CaseForecast } from '../../plan/forecast.ts';
import type { EngineName } from '../../plan/settings.ts';
import type { WorkloadName } from '../../plan/workload.ts';
import type { Milliseconds, Share } from '../../units.ts';
import type { Budget } from './budget.ts';
import type { CauseCode } from './cause-code.ts';
import type { Pop } from './pop.ts';

export type ReportCase = CaseFields & (MeasuredTimes | NoTimes);

type CaseFields = {
  readonly id: string;
  readonly engine: EngineName;
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly size: number;
  readonly tasks: number;
  readonly forecast?: Omit<CaseForecast, 'case'>;
  readonly speedup?: ReportSpeedup;
  readonly efficiency?: Share;
  readonly karpFlatt?: number;
  /** For the typical round of those in which the reference finished as well. */
  readonly budget?: { readonly round: number } & Budget;
  readonly pop?: Pop;
};

/** Of the finished passes, at least one. */
export type MeasuredTimes = {
  /** The median wall and its interval. */
  readonly median: Milliseconds;
  readonly low: Milliseconds;
  readonly high: Milliseconds;
  /** Absent below 5 rounds, where low and high are simply the minimum and maximum. */
  readonly coverage?: number;
  /** With a cause if a counter shows one. */
  readonly outliers: readonly { readonly round: number; readonly cause?: CauseCode }[];
  /** Median of the passes' spans: the part of the wall in which tasks ran. */
  readonly span: Milliseconds;
  /** Only on Ray: median of T₁(Python), the time of all tasks one after another on one CPU of the cluster. */
  readonly python1?: Milliseconds;
};

/** No pass finished. */
export type NoTimes = {
  readonly [Field in Exclude<keyof MeasuredTimes, 'outliers'>]?: never;
} & { readonly outliers: readonly [] };

export type ReportSpeedup = {
  readonly over: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};
