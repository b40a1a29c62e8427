import type { Milliseconds } from '../../units.ts';
import { scalesWithWorkers, type Comparison } from './comparison.ts';
import type { ReportCase } from './report-case.ts';
import { comparedPasses, type ReportPass } from './report-pass.ts';

/** From building a case's workers to their first answer, by case. */
type ColdStart = Readonly<Record<string, Milliseconds>>;

/** What parallelism costs in CPU time, and when the start of the workers is paid back. */
export function costFields(
  passes: readonly ReportPass[],
  comparison: Comparison,
  coldStart: ColdStart,
): Pick<ReportCase, 'cpuTime' | 'paidBackAfter'> {
  const compared = comparedPasses(passes, comparison);
  if (!scalesWithWorkers(comparison) || !compared) {
    return {};
  }

  const { pass, local } = compared;
  const { outcome } = comparison.speedup;
  const [took, before] = [pass.conditions?.own, local.conditions?.own];
  const saved = (local.wall - pass.wall) / comparison.case.tasks;
  const start = startBeyond(comparison, coldStart);
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
  { case: { id }, over }: Comparison,
  coldStart: ColdStart,
): Milliseconds | undefined {
  const [start, local] = [coldStart[id], coldStart[over.id]];
  return start === undefined || local === undefined ? undefined : start - local;
}
