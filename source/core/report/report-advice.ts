import { runsHere } from '../plan/engines.ts';
import { adviceOf, type Advice } from './losses/advice.ts';
import type { Calibration } from '../plan/calibration.ts';
import { rayAdvice } from './losses/ray-advice.ts';
import type { Report } from './report.ts';
import { comparedPasses, passIn } from './figures/report-pass.ts';
import type { ReportCase } from './figures/report-case.ts';
import type { Comparison } from './figures/comparison.ts';

type Known = Pick<Report, 'machine' | 'plan' | 'passes'> & {
  readonly comparisons: readonly Comparison[];
  readonly calibration: Calibration | undefined;
};

/** For each case that has a budget or ran on Ray. */
export function reportAdvice(cases: readonly ReportCase[], known: Known): readonly Advice[] {
  const several = cases.filter(({ budget }) => budget).length > 1;
  return cases.flatMap((found) =>
    runsHere(found.engine)
      ? budgetAdvice(found, known).map((advice) => (several ? withName(advice) : advice))
      : rayAdviceOf(found, known),
  );
}

const withName = (advice: Advice): Advice => ({
  ...advice,
  sentence: `${advice.case}: ${advice.sentence}`,
});

function rayAdviceOf({ id, typical }: ReportCase, { passes }: Known): readonly Advice[] {
  const pass = passIn(passes, id, typical?.round);
  const advice = pass && rayAdvice(id, pass);
  return advice ? [advice] : [];
}

function budgetAdvice(
  { id, workers, workload, size, tasks, budget }: ReportCase,
  { machine, plan: { checks }, passes, comparisons, calibration }: Known,
): readonly Advice[] {
  const comparison = comparisons.find((found) => found.case.id === id);
  const compared = comparison && comparedPasses(passes, comparison);
  return budget && compared
    ? [
        adviceOf(id, {
          machine,
          plan: { workload, size, tasks, ...(checks ? { checks } : {}) },
          workers,
          budget,
          ...compared,
          ...(calibration?.workload === workload ? { calibration } : {}),
        }),
      ]
    : [];
}
