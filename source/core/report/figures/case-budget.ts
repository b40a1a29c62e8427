import { computesAlike } from '../../plan/engines.ts';
import { budgetOf, speedupWithout } from './budget.ts';
import { makesFactor, type Speedup } from './speedup.ts';
import type { Part } from './parts.ts';
import { popOf } from './pop.ts';
import { passIn, type ReportPass } from './report-pass.ts';
import type { ReportCase } from './report-case.ts';
import type { Case } from '../../plan/plan.ts';

/** A case and its reference, compared. */
export type Compared = {
  readonly case: Case;
  readonly over: Case;
  readonly speedup: Pick<Speedup, 'round' | 'pairs'>;
};

/** Whether a speed-up over the reference is one of the number of workers. */
export const scalesWithWorkers = ({ case: { engine }, over }: Omit<Compared, 'speedup'>): boolean =>
  computesAlike(engine) && computesAlike(over.engine) && over.workers === 1;

/** Empty for Ray, whose workers compute in another language and on another clock. */
export function budgetFields(
  passes: readonly ReportPass[],
  compared: Compared,
  cpus: number,
): Pick<ReportCase, 'budget' | 'pop'> {
  const { round } = compared.speedup;
  const pass = passIn(passes, compared.case.id, round);
  const local = passIn(passes, compared.over.id, round);
  if (!scalesWithWorkers(compared) || !pass || !local) {
    return {};
  }

  const { workers, tasks } = compared.case;
  const budget = budgetOf(pass, { workers, tasks, cpus }, local);
  if (!makesFactor(compared.speedup)) {
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
