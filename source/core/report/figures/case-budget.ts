import { computesAlike } from '../../plan/engines.ts';
import { budgetOf } from './budget.ts';
import { popOf } from './pop.ts';
import { typicalPass, type FinishedReportPass, type ReportPass } from './report-pass.ts';
import type { ReportCase } from './report-case.ts';

/** A finished pass of a case, and what it is compared with in the same round. */
export type PassPair = { readonly pass: FinishedReportPass; readonly local: FinishedReportPass };

/** Of the rounds in which both finished: the one whose wall is the (lower) median. */
export function typicalPair(
  passes: readonly ReportPass[],
  caseId: string,
  over: string,
): PassPair | undefined {
  const locals = new Map(
    passes.flatMap((pass) =>
      pass.case === over && pass.status === 'finished' ? [[pass.round, pass] as const] : [],
    ),
  );
  const paired = passes.filter(({ round }) => locals.has(round));
  const pass = typicalPass(paired, caseId);
  const local = pass && locals.get(pass.round);
  return pass && local ? { pass, local } : undefined;
}

/** Where the rest went; nothing of Ray, whose workers compute in another language and on another clock. */
export function budgetFields(
  passes: readonly ReportPass[],
  { id, engine, workers }: Pick<ReportCase, 'id' | 'engine' | 'workers'>,
  over: Pick<ReportCase, 'id' | 'engine' | 'workers'>,
): Pick<ReportCase, 'budget' | 'pop'> {
  const pair =
    !computesAlike(engine) || !computesAlike(over.engine) || over.workers > 1
      ? undefined
      : typicalPair(passes, id, over.id);
  if (!pair) {
    return {};
  }

  const { pass, local } = pair;
  const pop = popOf(pass, workers, local);
  return {
    budget: { round: pass.round, ...budgetOf(pass, workers, local) },
    ...(pop ? { pop } : {}),
  };
}
