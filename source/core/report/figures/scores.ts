import { ceilingOf } from '../../plan/ceiling.ts';
import { scalesWithWorkers, type Compared } from './case-budget.ts';
import type { ReportCase, ReportSpeedup } from './report-case.ts';
import { efficiency, estimator, karpFlatt, makesFactor, type Speedup } from './speedup.ts';

type Scored = Omit<Compared, 'speedup'> & { readonly speedup: Speedup };

/** Timers and a drift within the round make a speed-up this much larger than it can be. */
const tolerance = 0.02;

/** The most that the workers of a case can give over its reference; undefined if that is no question of workers. */
export const mostOf = (compared: Omit<Compared, 'speedup'>, cpus: number): number | undefined =>
  scalesWithWorkers(compared) && compared.case.engine !== compared.over.engine
    ? ceilingOf(compared.case, cpus)
    : undefined;

/** What `value` exceeds, if it is more than the workers can give. */
export const exceeded = (value: number, most: number | undefined): number | undefined =>
  most !== undefined && value > most * (1 + tolerance) ? most : undefined;

/** Empty with a single round. Efficiency and serial fraction need a reference of one worker that computes alike. */
export function scoresOf(
  compared: Scored,
  cpus: number,
): Pick<ReportCase, 'speedup' | 'efficiency' | 'karpFlatt'> {
  if (!makesFactor(compared.speedup)) {
    return {};
  }

  const { value } = compared.speedup;
  const speedup = reportSpeedup(compared, exceeded(value, mostOf(compared, cpus)));
  if (!scalesWithWorkers(compared)) {
    return { speedup };
  }

  const { workers } = compared.case;
  const serial = karpFlatt(value, workers);
  return {
    speedup,
    efficiency: efficiency(value, workers),
    ...(serial === undefined ? {} : { karpFlatt: serial }),
  };
}

function reportSpeedup({ over, speedup }: Scored, beyond: number | undefined): ReportSpeedup {
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
