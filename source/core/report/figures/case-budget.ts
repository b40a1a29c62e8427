import { computesAlike } from '../../plan/engines.ts';
import { budgetOf } from './budget.ts';
import { popOf } from './pop.ts';
import { finishedReportPasses, typicalPass, type ReportPass } from './report-pass.ts';
import type { ReportCase } from './report-case.ts';

/** The typical pass of a case among the rounds in which its reference finished too, and the reference's pass. */
export function typicalPair(
  passes: readonly ReportPass[],
  caseId: string,
  over: string,
): { readonly pass: ReportPass<'finished'>; readonly local: ReportPass<'finished'> } | undefined {
  const locals = new Map(finishedReportPasses(passes, over).map((pass) => [pass.round, pass]));
  const paired = passes.filter(({ round }) => locals.has(round));
  const pass = typicalPass(paired, caseId);
  const local = pass && locals.get(pass.round);
  return pass && local ? { pass, local } : undefined;
}

/** Empty for Ray, whose workers compute in another language and on another clock. */
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
