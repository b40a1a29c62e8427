import type { Failure } from '../failure.ts';
import type { RayPass } from '../plan/ray.ts';
import type { Milliseconds } from '../units.ts';
import type { Spans } from './spans.ts';

export type PassOutcome =
  | {
      readonly status: 'finished';
      /** From submitting the first task to receiving the last result. */
      readonly wall: Milliseconds;
      readonly spans: Spans;
      /** Only on Ray. */
      readonly ray?: RayPass;
    }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly failure: Failure };

export type FinishedOutcome = Extract<PassOutcome, { readonly status: 'finished' }>;
