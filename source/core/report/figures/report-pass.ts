import type { Conditions } from '../../machine/conditions.ts';
import type { RayPass } from '../../plan/ray.ts';
import type { PartialPass, PythonPass } from '../../profile/pass.ts';
import type { Spans } from '../../profile/spans.ts';
import type { Failure } from '../../failure.ts';
import type { Milliseconds } from '../../units.ts';
import type { Comparison } from './comparison.ts';
import type { RayFactors } from './ray-factors.ts';

type Outcome =
  | {
      readonly status: 'finished';
      /** Whose clock the spans are on. */
      readonly clock: 'local' | 'driver';
      readonly wall: Milliseconds;
      /** From the first task's start to the last task's end. */
      readonly span: Milliseconds;
      readonly digest: string;
      readonly kept?: string;
      /** Without digests in the JSON, which are those above. */
      readonly spans: Spans;
      /** Only on Ray. */
      readonly ray?: RayPass & RayFactors;
      /** Only where Python ran on this machine. */
      readonly python?: PythonPass;
    }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly failure: Failure; readonly partial?: PartialPass };

export type ReportPass<Status extends Outcome['status'] = Outcome['status']> = {
  readonly case: string;
  readonly round: number;
  /** How often it was run again because the program was suspended during it; absent if never. */
  readonly repeated?: number;
  /** Absent if none were sampled. */
  readonly conditions?: Conditions;
} & Extract<Outcome, { readonly status: Status }>;

/** The finished passes of a case, in the order in which they ran; of all cases if none is named. */
export const finishedReportPasses = (
  passes: readonly ReportPass[],
  caseId?: string,
): readonly ReportPass<'finished'>[] =>
  passes.filter(
    (pass): pass is ReportPass<'finished'> =>
      pass.status === 'finished' && (caseId === undefined || pass.case === caseId),
  );

/** The finished pass of a case in a round. */
export const passIn = (
  passes: readonly ReportPass[],
  caseId: string,
  round: number | undefined,
): ReportPass<'finished'> | undefined =>
  finishedReportPasses(passes, caseId).find((pass) => pass.round === round);

/** The passes of a comparison in its typical round. */
export function comparedPasses(
  passes: readonly ReportPass[],
  { case: planned, over, speedup: { round } }: Comparison,
): { readonly pass: ReportPass<'finished'>; readonly local: ReportPass<'finished'> } | undefined {
  const pass = passIn(passes, planned.id, round);
  const local = passIn(passes, over.id, round);
  return pass && local && { pass, local };
}
