import type { Milliseconds } from '../../units.ts';
import { scalesWithWorkers, type Compared } from './case-budget.ts';
import type { ReportCase } from './report-case.ts';
import { passIn, type ReportPass } from './report-pass.ts';
import type { Outcome } from './speedup.ts';

type Priced = Omit<Compared, 'speedup'> & {
  readonly speedup: Compared['speedup'] & { readonly outcome: Outcome };
};

/** From building a case's workers to their first answer, by case. */
type ColdStart = Readonly<Record<string, Milliseconds>>;

/** What parallelism costs in CPU time, and when the start of the workers is paid back. */
export function costFields(
  passes: readonly ReportPass[],
  compared: Priced,
  coldStart: ColdStart,
): Pick<ReportCase, 'cpuTime' | 'paidBackAfter'> {
  const { round, outcome } = compared.speedup;
  const pass = passIn(passes, compared.case.id, round);
  const local = passIn(passes, compared.over.id, round);
  if (!scalesWithWorkers(compared) || !pass || !local) {
    return {};
  }

  const [took, before] = [pass.conditions?.own, local.conditions?.own];
  const saved = (local.wall - pass.wall) / compared.case.tasks;
  const start = startBeyond(compared, coldStart);
  return {
    ...(took === undefined || !before
      ? {}
      : { cpuTime: { took, local: before, more: took / before - 1 } }),
    ...(outcome === 'faster' && start !== undefined && saved > 0
      ? { paidBackAfter: Math.max(0, Math.ceil(start / saved)) }
      : {}),
  };
}

function startBeyond(
  { case: { id }, over }: Priced,
  coldStart: ColdStart,
): Milliseconds | undefined {
  const [start, local] = [coldStart[id], coldStart[over.id]];
  return start === undefined || local === undefined ? undefined : start - local;
}
