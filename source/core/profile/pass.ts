import type { Answer } from '../plan/fibonacci.ts';
import type { Failure } from '../failure.ts';
import type { RayPass } from '../plan/ray.ts';
import type { Milliseconds } from '../units.ts';

/** One finished task. Times count from the start of its pass, on Ray from the start of the first task. */
export type Span = Answer & {
  readonly task: number;
  /** From 0. */
  readonly worker: number;
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  /** CPU time; absent if the system does not report it. */
  readonly onCpu?: Milliseconds;
  /** Time in the run queue: ready, but waiting for a CPU. */
  readonly waiting?: Milliseconds;
  /** Time neither on a CPU nor waiting for one. */
  readonly blocked?: Milliseconds;
  /** Time in which garbage collection paused the thread; only for workloads on V8's heap. */
  readonly collecting?: Milliseconds;
  /** The CPU that it ended on. */
  readonly cpu?: number;
  /** Id of its node of the cluster. */
  readonly node?: string;
};

export type PassOutcome =
  | {
      readonly status: 'finished';
      /** From submitting the first task to receiving the last result. */
      readonly wall: Milliseconds;
      readonly spans: readonly Span[];
      /** Only on Ray. */
      readonly ray?: RayPass;
    }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly failure: Failure };

export type FinishedOutcome = Extract<PassOutcome, { readonly status: 'finished' }>;

/** From the start of the first task to the end of the last; 0 without tasks. */
export const spanOf = (spans: readonly Pick<Span, 'start' | 'end'>[]): Milliseconds =>
  spans.length === 0
    ? 0
    : spans.reduce((latest, { end }) => Math.max(latest, end), Number.NEGATIVE_INFINITY) -
      spans.reduce((earliest, { start }) => Math.min(earliest, start), Number.POSITIVE_INFINITY);
