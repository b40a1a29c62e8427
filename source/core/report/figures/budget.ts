import type { Case } from '../../plan/plan.ts';
import { byWorker, timeIn, totalOf } from '../../profile/span-times.ts';
import type { Spans } from '../../profile/spans.ts';
import type { Milliseconds } from '../../units.ts';
import { partNames, type Budget, type Part, type PartName } from './parts.ts';

/**
 * The largest possible speed-up of P workers over one. Tasks run in whole waves, N/⌈N/P⌉, unless the workers share
 * fewer CPUs, or a quota of CPUs, which need not be a whole number.
 */
export const ceilingOf = (
  { workers, tasks }: Pick<Case, 'workers' | 'tasks'>,
  cpus: number,
): number => (workers > cpus ? Math.min(cpus, tasks) : tasks / Math.ceil(tasks / workers));

/** When the tasks of a pass ran; spans count from its start. */
export type Timing = {
  readonly wall: Milliseconds;
  readonly spans: Spans;
};

type CoreTimes = Partial<Readonly<Record<PartName, Milliseconds>>>;

/** The bounds of a case's speed-up: its workers, its tasks, and the CPUs available to them. */
export type Bounds = Pick<Case, 'workers' | 'tasks'> & {
  /** Unrounded, as of a quota of 1.5. */
  readonly cpus: number;
};

/**
 * Where the workers of a pass were. Everything is counted against what the local pass with the same tasks pays as well:
 * P·W = L + (ΣU − T₁) + Δ handing out + Δ between two tasks + Δ idle: an identity, since of every worker's wall each
 * moment is before its first task, in a task, between two, or after its last.
 */
export function budgetOf(pass: Timing, bounds: Bounds, local: Timing): Omit<Budget, 'round'> {
  const { workers } = bounds;
  const { wall } = pass;
  const whole = { ...inflationOf(pass, local), ...aroundTasks(pass, workers, local) };
  const times = withoutLimits(whole, limitsOf(bounds, wall));
  const part = (name: PartName): readonly Part[] => {
    const coreTime = times[name];
    return coreTime === undefined ? [] : [{ name, coreTime, workers: coreTime / wall }];
  };
  return { workers, wall, local: local.wall, parts: partNames.flatMap(part) };
}

/** How much longer the tasks took side by side, split where the system reports what their threads did. */
function inflationOf(pass: Timing, local: Timing): CoreTimes {
  const inflation = timeIn(pass.spans) - timeIn(local.spans);
  const slower = difference('onCpu', pass, local);
  const waiting = difference('waiting', pass, local);
  return Number.isNaN(slower + waiting)
    ? { 'slower or waiting': inflation }
    : {
        'slower side by side': slower,
        'waiting for a CPU': waiting,
        blocked: inflation - slower - waiting,
      };
}

/** NaN if a task of either pass lacks its account. */
const difference = (name: 'onCpu' | 'waiting', pass: Timing, local: Timing): Milliseconds =>
  totalOf(pass.spans, name) - totalOf(local.spans, name);

/** The workers' time outside tasks, beyond that of the one local worker. */
function aroundTasks(pass: Timing, workers: number, local: Timing): CoreTimes {
  const [ours, alone] = [outsideTasks(pass, workers), outsideTasks(local, 1)];
  return {
    'handing out': ours.dispatch - alone.dispatch,
    'between two tasks': ours.gaps - alone.gaps,
    'idle at the end': ours.idle - alone.idle,
  };
}

/** A worker without a task is idle for the whole pass. */
function outsideTasks({ wall, spans }: Timing, workers: number) {
  const used = accountsOf(spans);
  return {
    dispatch: sum(used.map(({ begin }) => begin)),
    gaps: sum(used.map(({ gaps }) => gaps)),
    idle: sum(used.map(({ end }) => wall - end)) + (workers - used.length) * wall,
  };
}

type Limits = { readonly crowding: Milliseconds; readonly rest: Milliseconds };

/** Core time that no work on the program can win: workers beyond the CPUs, and places that the tasks leave empty. */
function limitsOf({ workers, tasks, cpus }: Bounds, wall: Milliseconds): Limits {
  const atOnce = Math.min(workers, cpus);
  return {
    crowding: (workers - atOnce) * wall,
    rest: (atOnce - ceilingOf({ workers, tasks }, cpus)) * wall,
  };
}

/** Moves the time of both limits out of the parts in which it shows. */
function withoutLimits(times: CoreTimes, { crowding, rest }: Limits): CoreTimes {
  const ofInflation: readonly PartName[] =
    times['slower or waiting'] === undefined
      ? ['waiting for a CPU', 'blocked']
      : ['slower or waiting'];
  const waiting = ofInflation[0]!;
  // Short tasks are over within a turn on a CPU: their workers wait for the next one outside of tasks.
  const outside = ['idle at the end', 'between two tasks', 'handing out'] as const;
  const uncrowded = lessened(times, {
    time: crowding,
    order: [...ofInflation, ...outside],
    last: waiting,
  });
  return {
    ...lessened(uncrowded, { time: rest, order: ['idle at the end', waiting], last: waiting }),
    'more workers than CPUs': crowding,
    'tasks that do not divide': rest,
  };
}

type Reduction = {
  readonly time: Milliseconds;
  readonly order: readonly PartName[];
  readonly last: PartName;
};

/** Takes `time` from the parts in this order, none below 0 by it, and what is still missing from `last`. */
function lessened(times: CoreTimes, { time, order, last }: Reduction): CoreTimes {
  let missing = time;
  const left: Partial<Record<PartName, Milliseconds>> = { ...times };
  for (const name of order) {
    const taken = Math.min(missing, Math.max(0, left[name] ?? 0));
    left[name] = (left[name] ?? 0) - taken;
    missing -= taken;
  }

  left[last] = (left[last] ?? 0) - missing;
  return left;
}

/** S / (1 − part / (P·W)): assumes that nothing else changes. Undefined if the rest would not take any time. */
export function speedupWithout(
  { coreTime }: Pick<Part, 'coreTime'>,
  { workers, wall, local }: Pick<Budget, 'workers' | 'wall' | 'local'>,
): number | undefined {
  const rest = workers * wall - coreTime;
  return rest > 0 ? (local * workers) / rest : undefined;
}

export type WorkerAccount = {
  /** Start of its first task. */
  readonly begin: Milliseconds;
  /** End of its last task. */
  readonly end: Milliseconds;
  /** Sum of the gaps between its tasks. */
  readonly gaps: Milliseconds;
};

/** One for each worker that had a task. */
export const accountsOf = (spans: Spans): readonly WorkerAccount[] =>
  [...byWorker(spans).values()].map((tasks) => {
    const first = tasks[0]!;
    const last = tasks.at(-1);
    let gaps = 0;
    for (let place = 1; place < tasks.length; place++) {
      gaps += spans.start[tasks[place]!]! - spans.end[tasks[place - 1]!]!;
    }

    return { begin: spans.start[first]!, end: spans.end[last]!, gaps };
  });

const sum = (times: readonly Milliseconds[]): Milliseconds =>
  times.reduce((total, time) => total + time, 0);
