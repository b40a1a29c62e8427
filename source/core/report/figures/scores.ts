import type { Case } from '../../plan/plan.ts';
import { ceilingOf } from './budget.ts';
import { scalesWithWorkers, type Comparison } from './comparison.ts';
import type { ReportCase, ReportSpeedup } from './report-case.ts';
import { efficiency, estimator, karpFlatt, makesFactor } from './speedup.ts';

/** Timers and a drift within the round make a speed-up this much larger than it can be. */
const tolerance = 0.02;

/** The largest speed-up that the workers of a case can give over its reference; undefined if workers do not limit it. */
export const mostOf = (
  comparison: {
    readonly case: Pick<Case, 'engine' | 'workers' | 'tasks'>;
    readonly over: Pick<Case, 'engine' | 'workers'>;
  },
  cpus: number,
): number | undefined =>
  scalesWithWorkers(comparison) && comparison.case.engine !== comparison.over.engine
    ? ceilingOf(comparison.case, cpus)
    : undefined;

/** The limit, if `value` exceeds it. */
export const exceeded = (value: number, most: number | undefined): number | undefined =>
  most !== undefined && value > most * (1 + tolerance) ? most : undefined;

/** Empty with a single round. Efficiency and serial fraction need a reference of one worker that computes alike. */
export function scoresOf(
  comparison: Comparison,
  cpus: number,
): Pick<ReportCase, 'speedup' | 'efficiency' | 'karpFlatt'> {
  if (!makesFactor(comparison.speedup)) {
    return {};
  }

  const { value } = comparison.speedup;
  const speedup = reportSpeedup(comparison, exceeded(value, mostOf(comparison, cpus)));
  if (!scalesWithWorkers(comparison)) {
    return { speedup };
  }

  const { workers } = comparison.case;
  const serial = karpFlatt(value, workers);
  return {
    speedup,
    efficiency: efficiency(value, workers),
    ...(serial === undefined ? {} : { karpFlatt: serial }),
  };
}

function reportSpeedup({ over, speedup }: Comparison, beyond: number | undefined): ReportSpeedup {
  const { value, low, high, coverage, round, pairs } = speedup;
  return {
    over: over.id,
    estimator,
    value,
    low,
    high,
    ...(coverage === undefined ? {} : { coverage }),
    round,
    pairs,
    ...(beyond === undefined ? {} : { beyond }),
  };
}
