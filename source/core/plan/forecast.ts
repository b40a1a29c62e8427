import { computesAlike, runsHere } from './engines.ts';
import { law, taskTime, type Calibration } from './calibration.ts';
import type { Circumstances, RayRun } from './circumstances.ts';
import { caseMemory, planMemory } from './memory.ts';
import type { NodeMemory } from './ray.ts';
import type { Case, Plan } from './plan.ts';
import type { Bytes, Milliseconds } from '../units.ts';
import { workloads } from './workload.ts';

export type CaseForecast = {
  readonly case: string;
  /** Absent for Ray before its first pass, since only a run can tell, and for a workload without a calibration. */
  readonly wall?: Milliseconds;
  /** On this machine. */
  readonly memory: Bytes;
  /** The node of the cluster that the tasks fill most, if nodes report their memory. */
  readonly node?: NodeMemory;
};

export type Forecast = {
  readonly cases: readonly CaseForecast[];
  /** Sum of all passes with a known wall, without the warm-up. */
  readonly passes: Milliseconds;
  /** Whether every wall is known. */
  readonly whole: boolean;
  /** Of all cases at once. */
  readonly memory: Bytes;
};

/** Expected time and memory of a plan: on idle CPUs, and on Ray as in its last pass. */
export function forecastOf(plan: Plan, circumstances: Circumstances): Forecast {
  const cases = plan.cases.map((planned) => ({
    case: planned.id,
    ...wallOf(planned, circumstances),
    memory: caseMemory(planned),
    ...(plan.ray?.fullest && !runsHere(planned.engine) ? { node: plan.ray.fullest } : {}),
  }));
  const walls = new Map(cases.map((found) => [found.case, found.wall]));
  const passes = plan.passes.reduce((total, pass) => total + (walls.get(pass.case) ?? 0), 0);
  const whole = cases.every(({ wall }) => wall !== undefined);
  return { cases, passes, whole, memory: planMemory(plan) };
}

function wallOf(planned: Case, circumstances: Circumstances): Pick<CaseForecast, 'wall'> {
  const wall = wallFunctionOf(planned)(planned, circumstances);
  return wall === undefined ? {} : { wall };
}

function wallFunctionOf({ engine }: Case): typeof caseWall {
  if (!runsHere(engine)) {
    return rayWall;
  }

  return computesAlike(engine) ? caseWall : pythonWall;
}

/** One task after another, without anyone who hands them out; at a quota below one CPU as long as that takes. */
function pythonWall(
  { workload, size, tasks }: Case,
  { cpus, capacity = cpus, calibration }: Circumstances,
): Milliseconds | undefined {
  const one = taskInPython({ workload, size }, calibration);
  return one === undefined ? undefined : (one * tasks) / Math.min(1, capacity);
}

/** A task in CPython: on a nominal core, and slower or faster than there as our own kernel is. */
function taskInPython(
  { workload, size }: Pick<Case, 'workload' | 'size'>,
  calibration: Calibration,
): Milliseconds | undefined {
  const { cost, pythonCost } = workloads[workload];
  if (calibration.workload !== workload || !pythonCost) {
    return undefined;
  }

  const { gap = 0 } = calibration;
  return (law(pythonCost, size) * (taskTime(calibration, size) + gap)) / law(cost, size);
}

/**
 * What the last pass on that cluster took besides its tasks, and a span: as then in proportion to the work per CPU, or,
 * after another workload or a job of empty tasks, as CPython takes.
 */
function rayWall(planned: Case, { rayRun, calibration }: Circumstances): Milliseconds | undefined {
  if (!rayRun || rayRun.case.cluster?.at !== planned.cluster?.at) {
    return undefined;
  }

  const isAlike = rayRun.case.workload === planned.workload && rayRun.case.size > 0;
  const span = isAlike
    ? spanAsBefore(planned, rayRun, calibration)
    : spanInPython(planned, calibration);
  return span === undefined ? undefined : rayRun.overhead + span;
}

const waves = ({ tasks, workers }: Case): number => Math.ceil(tasks / workers);

function spanAsBefore(planned: Case, before: RayRun, calibration: Calibration): Milliseconds {
  const work = (one: Case) => taskTime(calibration, one.size) * waves(one);
  const then = work(before.case);
  return then > 0 ? (before.span * work(planned)) / then : before.span;
}

function spanInPython(planned: Case, calibration: Calibration): Milliseconds | undefined {
  const one = taskInPython(planned, calibration);
  return one === undefined ? undefined : one * waves(planned);
}

/**
 * N tasks on P workers: whole waves of T(n) plus a gap while every worker has a CPU, else the workers share the CPUs,
 * or what a quota grants. It is at least N gaps, because one thread hands out all tasks.
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
  const turns = workers <= capacity ? Math.ceil(tasks / workers) : tasks / capacity;
  return Math.max(one * Math.max(1, turns), gap * tasks);
}
