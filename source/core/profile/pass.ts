import type { Answer } from '../plan/fibonacci.ts';
import type { Failure } from '../failure.ts';
import type { RayPass } from '../plan/ray.ts';
import type { Milliseconds } from '../units.ts';

/** One finished task. Times count from the start of its pass, on Ray from its first task's start. */
export type Span = Answer & {
  readonly task: number;
  /** Which worker, from 0. */
  readonly worker: number;
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  /** Time on a CPU; absent where the system does not tell. */
  readonly onCpu?: Milliseconds;
  /** Time in the run queue, ready but waiting for a CPU. */
  readonly waiting?: Milliseconds;
  /** Neither on a CPU nor waiting for one. */
  readonly blocked?: Milliseconds;
  /** Time in which the thread stood still for garbage collection; told of `bigint` alone. */
  readonly collecting?: Milliseconds;
  /** The CPU on which it ended. */
  readonly cpu?: number;
  /** The node of the cluster, by its id. */
  readonly node?: string;
};

export type PassOutcome =
  | {
      readonly status: 'finished';
      /** From submitting the first task to the last result. */
      readonly wall: Milliseconds;
      readonly spans: readonly Span[];
      /** What belongs to a pass on Ray alone. */
      readonly ray?: RayPass;
    }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly failure: Failure };

export type FinishedOutcome = Extract<PassOutcome, { readonly status: 'finished' }>;

/** From the first task's start to the last task's end; 0 of none. */
export const spanOf = (spans: readonly Pick<Span, 'start' | 'end'>[]): Milliseconds =>
  spans.length === 0
    ? 0
    : spans.reduce((latest, { end }) => Math.max(latest, end), Number.NEGATIVE_INFINITY) -
      spans.reduce((earliest, { start }) => Math.min(earliest, start), Number.POSITIVE_INFINITY);
