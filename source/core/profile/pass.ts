import type { Failure } from '../failure.ts';
import type { RayPass } from '../plan/ray.ts';
import type { Milliseconds } from '../units.ts';
import type { Spans } from './spans.ts';

/** The Python of a pass on this machine. */
export type PythonPass = {
  /** "3.11.7". */
  readonly version: string;
  /** Whether free memory could go back to the system between tasks; otherwise only the first task finds it cold. */
  readonly trims: boolean;
};

export type PassOutcome =
  | {
      readonly status: 'finished';
      /** From submitting the first task to receiving the last result. */
      readonly wall: Milliseconds;
      readonly spans: Spans;
      /** Only on Ray. */
      readonly ray?: RayPass;
      /** Only where Python ran on this machine. */
      readonly python?: PythonPass;
    }
  | { readonly status: 'cancelled' }
  | {
      readonly status: 'failed';
      readonly failure: Failure;
      /** Present if some of its tasks finished. */
      readonly partial?: PartialPass;
    };

/** The finished tasks of a failed pass, which make no duration and no speed-up. */
export type PartialPass = {
  /** How many finished, and of how many. */
  readonly tasks: number;
  readonly of: number;
  /** From the first one's start to the last one's end. */
  readonly span: Milliseconds;
  /** The median of their durations. */
  readonly task: Milliseconds;
};

export type FinishedOutcome = Extract<PassOutcome, { readonly status: 'finished' }>;
