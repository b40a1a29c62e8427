import { runsHere } from './engines.ts';
import { taskTime } from './calibration.ts';
import type { Memory } from '../machine/machine.ts';
import { bytes, percent } from '../text/format.ts';
import { caseMemory, planMemory, type Case, type Circumstances, type Plan } from './plan.ts';
import type { Bytes, Milliseconds, Share } from '../units.ts';

export type CaseForecast = {
  readonly case: string;
  /** Absent of Ray before its first pass, which nothing but a run tells, and of a workload that was not calibrated. */
  readonly wall?: Milliseconds;
  readonly memory: Bytes;
};

export type Forecast = {
  readonly cases: readonly CaseForecast[];
  /** All passes of the plan whose wall is known, without the warm-up. */
  readonly passes: Milliseconds;
  /** Whether that is all of them. */
  readonly whole: boolean;
  /** Everything that is held at once. */
  readonly memory: Bytes;
};

/** Time and memory that a plan is expected to take: on CPUs that do nothing else, and of Ray as in its last pass. */
export function forecastOf(plan: Plan, circumstances: Circumstances): Forecast {
  const cases = plan.cases.map((planned) => ({
    case: planned.id,
    ...wallOf(planned, circumstances),
    memory: caseMemory(planned),
  }));
  const walls = new Map(cases.map((found) => [found.case, found.wall]));
  const passes = plan.passes.reduce((total, pass) => total + (walls.get(pass.case) ?? 0), 0);
  const whole = cases.every(({ wall }) => wall !== undefined);
  return { cases, passes, whole, memory: planMemory(plan) };
}

function wallOf(planned: Case, circumstances: Circumstances): Pick<CaseForecast, 'wall'> {
  const wall = runsHere(planned.engine)
    ? caseWall(planned, circumstances)
    : rayWall(planned, circumstances);
  return wall === undefined ? {} : { wall };
}

/** As the last pass on that cluster: the same on top, and a span in proportion to the work that a CPU has to do. */
function rayWall(planned: Case, { rayRun, calibration }: Circumstances): Milliseconds | undefined {
  if (
    !rayRun ||
    rayRun.case.cluster?.at !== planned.cluster?.at ||
    rayRun.case.workload !== planned.workload
  ) {
    return undefined;
  }

  const work = ({ size, tasks, workers }: Case) =>
    taskTime(calibration, size) * Math.ceil(tasks / workers);
  const before = work(rayRun.case);
  return rayRun.overhead + (before > 0 ? (rayRun.span * work(planned)) / before : rayRun.span);
}

/**
 * N tasks on P workers: whole waves of T(n), and of the gap behind it, while every worker has a CPU, else they share the
 * CPUs, or the part of them that a quota grants. However many there are, one thread hands out all tasks.
 */
function caseWall(
  { workload, size, tasks, workers }: Case,
  { cpus, capacity = cpus, calibration }: Circumstances,
): Milliseconds | undefined {
  if (calibration.workload !== workload) {
    return undefined;
  }

  const { gap = 0 } = calibration;
  const one = taskTime(calibration, size) + gap;
  const waves = workers <= capacity ? Math.ceil(tasks / workers) : tasks / capacity;
  return Math.max(one * Math.max(1, waves), gap * tasks);
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
