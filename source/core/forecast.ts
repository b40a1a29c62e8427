import { taskTime } from './calibration.ts';
import type { Memory } from './machine.ts';
import { bytes, percent } from './format.ts';
import { caseMemory, planMemory, type Case, type Circumstances, type Plan } from './plan.ts';
import type { Bytes, Milliseconds, Share } from './units.ts';

export type CaseForecast = {
  readonly case: string;
  readonly wall: Milliseconds;
  readonly memory: Bytes;
};

export type Forecast = {
  readonly cases: readonly CaseForecast[];
  /** All passes of the plan, without the warm-up. */
  readonly passes: Milliseconds;
  /** Everything that is held at once. */
  readonly memory: Bytes;
};

export function forecastOf(plan: Plan, circumstances: Circumstances): Forecast {
  const cases = plan.cases.map((planned) => ({
    case: planned.id,
    wall: caseWall(planned, circumstances),
    memory: caseMemory(planned),
  }));
  const round = cases.reduce((total, { wall }) => total + wall, 0);
  return { cases, passes: round * plan.repeats, memory: planMemory(plan) };
}

/** N tasks on P workers: whole waves of T(n) while every worker has a CPU, else they share the CPUs. */
function caseWall(planned: Case, { cpus, calibration }: Circumstances): Milliseconds {
  const one = taskTime(calibration, planned.size);
  const waves =
    planned.workers <= cpus ? Math.ceil(planned.tasks / planned.workers) : planned.tasks / cpus;
  return one * Math.max(1, waves);
}

const warnAbove: Share = 0.5;
const refuseAbove: Share = 0.8;

export type MemoryVerdict = {
  readonly level: 'fine' | 'warn' | 'refuse';
  /** What is needed, against what there is. */
  readonly sentence: string;
};

/** Whether a plan may take `needed` bytes: above half of the limit with a warning, above 80 % only by force. */
export function judgeMemory(needed: Bytes, { limit }: Memory): MemoryVerdict {
  const share = limit > 0 ? needed / limit : Number.POSITIVE_INFINITY;
  const sentence = Number.isFinite(share)
    ? `${bytes(needed)} at once: ${share < 0.005 ? 'under 1 %' : percent(share)} of what is free`
    : `${bytes(needed)} at once, and nothing is free`;
  if (share > refuseAbove) {
    return { level: 'refuse', sentence };
  }

  return { level: share > warnAbove ? 'warn' : 'fine', sentence };
}
