import type { Conditions } from '../../machine/conditions.ts';
import type { RayPass } from '../../plan/ray.ts';
import type { Span } from '../../profile/pass.ts';
import type { Failure } from '../../failure.ts';
import { lowerMedian } from '../../statistics.ts';
import type { Milliseconds } from '../../units.ts';
import type { RayFactors } from './ray-factors.ts';

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
