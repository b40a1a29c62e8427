import type { Outcome } from './speedup.ts';

export type ReportVerdict = {
  readonly comparisons: readonly {
    readonly case: string;
    readonly over: string;
    readonly outcome: Outcome;
    /** Rounds that both finished. */
    readonly pairs: number;
    /** These are absent with a single round. */
    readonly factor?: number;
    readonly low?: number;
    readonly high?: number;
  }[];
  /** Ray's own speed-up in its typical round, and that of all rounds: its span against Python on one CPU of the cluster. */
  readonly inside?: readonly {
    readonly case: string;
    readonly factor: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly sentence: string;
};
