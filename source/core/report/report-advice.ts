import { runsHere } from '../plan/engines.ts';
import { adviceOf, type Advice } from './losses/advice.ts';
import type { Calibration } from '../plan/calibration.ts';
import { typicalPair } from './figures/case-budget.ts';
import { rayAdvice } from './losses/ray-advice.ts';
import type { Report } from './report.ts';
import type { ReportCase } from './figures/report-case.ts';

type Known = Pick<Report, 'machine' | 'plan' | 'passes'> & {
  readonly calibration: Calibration | undefined;
};

/** For each case that has a budget or ran on Ray. */
export function reportAdvice(cases: readonly ReportCase[], known: Known): readonly Advice[] {
  const several = cases.filter(({ budget }) => budget).length > 1;
  return cases.flatMap((found) =>
    runsHere(found.engine)
      ? budgetAdvice(found, known).map((advice) => (several ? withName(advice) : advice))
      : (rayAdvice(found.id, known.passes) ?? []),
  );
}

const withName = (advice: Advice): Advice => ({
  ...advice,
  sentence: `${advice.case}: ${advice.sentence}`,
});

function budgetAdvice(
  { id, workers, workload, size, tasks, budget, speedup }: ReportCase,
  { machine, plan: { checks }, passes, calibration }: Known,
): readonly Advice[] {
  const pair = speedup && typicalPair(passes, id, speedup.over);
  return budget && pair
    ? [
        adviceOf(id, {
          machine,
          plan: { workload, size, tasks, ...(checks ? { checks } : {}) },
          workers,
          budget,
          ...pair,
          ...(calibration?.workload === workload ? { calibration } : {}),
        }),
      ]
    : [];
}
