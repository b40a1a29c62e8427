import { computesAlike, runsHere } from '../plan/engines.ts';
import type { Settings } from '../plan/settings.ts';
import { slowerShare } from './losses/memory-check.ts';
import type { Report } from './report.ts';

/**
 * The same plan with the workload that proves or refutes the guessed cause of its loss; undefined if nothing is guessed.
 * Ray and Python are left out: the guess is about this machine and our own code.
 */
export function checkSettings(settings: Settings, report: Report): Settings | undefined {
  const advice = report.advice.find(({ check }) => check);
  const found = report.cases.find(({ id }) => id === advice?.case);
  if (!advice?.check || !found?.budget) {
    return undefined;
  }

  const { size, tasks, rounds, workload } = report.plan;
  return {
    ...settings,
    workload: advice.check,
    size,
    tasks,
    rounds,
    workers: found.workers,
    engines: report.cases
      .map(({ engine }) => engine)
      .filter((engine) => runsHere(engine) && computesAlike(engine)),
    checks: { workload, slower: slowerShare(found.budget) },
  };
}
