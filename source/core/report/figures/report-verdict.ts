import type { Outcome } from './speedup.ts';

export type ReportVerdict = {
  readonly comparisons: readonly {
    readonly case: string;
    readonly over: string;
    readonly factor: number;
    readonly low: number;
    readonly high: number;
    readonly outcome: Outcome;
  }[];
  /** Ray's own speed-up: its span against Python on one CPU of the cluster. Absent without Ray. */
  readonly inside?: readonly {
    readonly case: string;
    readonly factor: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly sentence: string;
};
