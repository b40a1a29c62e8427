import { budgetOf, speedupWithout } from './budget.ts';
import { scalesWithWorkers, type Comparison } from './comparison.ts';
import { makesFactor } from './speedup.ts';
import type { Part } from './parts.ts';
import { popOf } from './pop.ts';
import { comparedPasses, type ReportPass } from './report-pass.ts';
import type { ReportCase } from './report-case.ts';

/** Empty for Ray, whose workers compute in another language and on another clock. */
export function budgetFields(
  passes: readonly ReportPass[],
  comparison: Comparison,
  cpus: number,
): Pick<ReportCase, 'budget' | 'pop'> {
  const { case: planned, speedup } = comparison;
  const compared = comparedPasses(passes, comparison);
  if (!scalesWithWorkers(comparison) || !compared) {
    return {};
  }

  const { pass, local } = compared;
  const { round } = speedup;
  const { workers, tasks } = planned;
  const budget = budgetOf(pass, { workers, tasks, cpus }, local);
  if (!makesFactor(speedup)) {
    return { budget: { round, ...budget } };
  }

  const pop = popOf(pass, workers, local);
  const withFactor = (part: Part): Part => {
    const without = speedupWithout(part, budget);
    return without === undefined ? part : { ...part, without };
  };
  return {
    budget: { round, ...budget, parts: budget.parts.map(withFactor) },
    ...(pop ? { pop } : {}),
  };
}
