import type { CaseForecast } from '../../plan/forecast.ts';
import type { EngineName } from '../../plan/settings.ts';
import type { WorkloadName } from '../../plan/workload.ts';
import type { Milliseconds, Share } from '../../units.ts';
import type { Budget } from './parts.ts';
import type { CauseCode } from './cause-code.ts';
import type { estimator } from './speedup.ts';
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
  /** Where the workers were in the typical round. */
  readonly budget?: Budget;
  readonly pop?: Pop;
  /** What the typical round took in CPU time, of all this program's processes and threads. */
  readonly cpuTime?: CpuTime;
  /** The number of tasks from which on the time saved exceeds the start of the workers. */
  readonly paidBackAfter?: number;
};

export type CpuTime = {
  readonly took: Milliseconds;
  /** Of the local pass of the round. */
  readonly local: Milliseconds;
  /** 0.11 for 11 % more than local. */
  readonly more: Share;
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
  /** The round that represents the case in bars and explanations. */
  readonly typical: TypicalRound;
  /** Only on Ray, of the typical round: T₁(Python), the time of all tasks one after another on one CPU of the cluster. */
  readonly python1?: Milliseconds;
};

/** No pass finished. */
export type NoTimes = {
  readonly [Field in Exclude<keyof MeasuredTimes, 'outliers'>]?: never;
} & { readonly outliers: readonly [] };

export type TypicalRound = {
  readonly round: number;
  readonly wall: Milliseconds;
  /** The part of the wall in which tasks ran. */
  readonly span: Milliseconds;
};

/** Absent with a single round that both finished: two walls are no factor. */
export type ReportSpeedup = {
  readonly over: string;
  readonly estimator: typeof estimator;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Absent below 5 rounds, where low and high are simply the minimum and maximum. */
  readonly coverage?: number;
  /** The round that the value comes from. */
  readonly round: number;
  readonly pairs: number;
  /** Present if it is more than the workers can give: the most that they could. */
  readonly beyond?: number;
};
