import type { Conditions } from '../../../source/core/machine/conditions.ts';
import type { Calibration } from '../../../source/core/plan/calibration.ts';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { FinishedOutcome, PassOutcome } from '../../../source/core/profile/pass.ts';
import type { Span } from '../../../source/core/profile/span.ts';
import type { Failure } from '../../../source/core/failure.ts';
import { expectedAnswer } from '../../../source/core/plan/answer.ts';
import type { Machine } from '../../../source/core/machine/machine.ts';
import type { Circumstances } from '../../../source/core/plan/circumstances.ts';
import { type Plan, type PlannedPass, caseOf, type Case } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import type { RayPass } from '../../../source/core/plan/ray.ts';
import {
  defaultSettings,
  type EngineName,
  type Settings,
} from '../../../source/core/plan/settings.ts';
import {
  initialState,
  plannedUnder,
  type EndedPass,
  type ProfileState,
  type State,
} from '../../../source/core/profile/state.ts';
import type { Milliseconds } from '../../../source/core/units.ts';

/** By default four usable CPUs of sixteen, and 16 GB of free memory. */
export const machineWith = (given: Partial<Machine> & { readonly cpus?: number } = {}): Machine => {
  const { cpus = 4, ...rest } = given;
  return {
    cpu: 'AMD EPYC 9554',
    sockets: 1,
    cores: 8,
    threads: 16,
    usable: { count: cpus, online: 16, affinity: 16, quota: cpus },
    memory: { total: 32e9, free: 16e9, limit: 16e9 },
    os: 'linux 6.1.0 x64',
    node: '24.21.0',
    v8: '13.6.233.10',
    libraries: { tinypool: '2.2.0' },
    ...rest,
  };
};

/** By default T(n) = 1 ms + n µs, so 2 ms for 1,000 terms. */
export const calibrationWith = (given: Partial<Calibration> = {}): Calibration => ({
  workload: 'list',
  a: 1,
  b: 0.001,
  c: 0,
  ...given,
});

export const settingsWith = (given: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  size: 1000,
  tasks: 8,
  ...given,
});

/** By default eight tasks of 1,000 terms, local and pool, five rounds, on four CPUs. */
export function planWith(given: Partial<Settings> & Partial<Circumstances> = {}): Plan {
  const { cpus = 4, calibration = calibrationWith(), cluster, rayRun, ...settings } = given;
  const ray = { ...(cluster ? { cluster } : {}), ...(rayRun ? { rayRun } : {}) };
  return planOf(settingsWith(settings), { cpus, calibration, ...ray });
}

/** The pass of a case in a round of the plan. */
export function passOf(plan: Plan, caseId: string, round = 1): PlannedPass {
  const found = plan.passes.find((pass) => pass.case === caseId && pass.round === round);
  if (!found) {
    throw new Error(`no pass of ${caseId} in round ${round}`);
  }

  return found;
}

/** The tasks of a pass, dealt to its workers in turn: equally long, with correct answers and no overhead. */
export function tasksOf(planned: Case, wall: Milliseconds): readonly Span[] {
  const { workers, tasks, workload, size } = planned;
  const length = wall / Math.ceil(tasks / workers);
  const answer = expectedAnswer(workload, size);
  return Array.from({ length: tasks }, (_, task) => ({
    task,
    worker: task % workers,
    start: Math.floor(task / workers) * length,
    end: (Math.floor(task / workers) + 1) * length,
    ...answer,
  }));
}

export const finished = (planned: Case, wall: Milliseconds): PassOutcome =>
  planned.engine === 'ray'
    ? onRay(planned, wall)
    : { status: 'finished', wall, spans: spansOf(tasksOf(planned, wall)) };

const job = 'fibtui-mwt9h1ct-fcc9a31';

/** The share of the wall in which tasks are computed on the cluster. */
const spanShare = 0.4;

/**
 * A pass on two nodes. It waits in every phase and computes during two fifths of its wall, there with an efficiency of
 * seven eighths compared with Python on one CPU.
 */
export function onRay(
  planned: Case,
  wall: Milliseconds,
  given: Partial<RayPass> = {},
): FinishedOutcome {
  const { workers } = planned;
  const span = spanShare * wall;
  return {
    status: 'finished',
    wall,
    spans: spansOf(tasksOf(planned, span).map((task) => ({ ...task, node: 'ab12' }))),
    ray: {
      address: 'http://127.0.0.1:8265',
      version: '2.60.0',
      nodes: 2,
      cpus: workers,
      job,
      submit: 0.002 * wall,
      pending: 0.15 * wall,
      driverStart: 0.05 * wall,
      warmUp: 0.35 * wall,
      rest: 0.048 * wall,
      python1: 0.875 * workers * span,
      ...given,
    },
  };
}

/** The same, but the serial tasks failed. */
export function withoutPython(planned: Case, wall: Milliseconds): PassOutcome {
  const outcome = onRay(planned, wall);
  const { python1: _, ...ray } = outcome.ray!;
  return { ...outcome, ray };
}

export const crash: Failure = {
  code: 'worker-died',
  message: 'pool: worker 2 died.',
  hint: 'Run it again with fewer workers.',
};

/** How a pass ended: its wall, why it has none, or its whole outcome. Undefined if it never ran. */
export type Ending =
  | Milliseconds
  | 'cancelled'
  | 'failed'
  | ((planned: Case, round: number) => PassOutcome)
  | undefined;

export type Walls = Readonly<Record<string, readonly Ending[]>>;

export type ProfileRequest = Partial<Omit<ProfileState, 'passes' | 'plan'>> & {
  /** The endings of every case, round by round. The ids of the cases make the plan. */
  readonly walls: Walls;
  readonly plan?: Parameters<typeof planWith>[0];
  readonly interrupted?: boolean;
  /** The conditions around every pass. */
  readonly conditions?: Conditions;
};

/** The cluster that the settings name: four CPUs, on another machine. */
const cluster = { at: defaultSettings.ray.at, cpus: 4, here: false };

/** An ended profile, such as `profileStateWith({ walls: { local: [8, 8], pool: [2, 2] } })`. */
export function profileStateWith(request: ProfileRequest): ProfileState {
  const { walls, plan: asked, interrupted = false, conditions, ...rest } = request;
  const plan = planWith({
    engines: Object.keys(walls).map((id) => id.split('#')[0] as EngineName),
    rounds: Math.max(...Object.values(walls).map(({ length }) => length)),
    cluster,
    ...asked,
  });
  return {
    plan,
    startedAt: '2026-11-23T10:00:00.000Z',
    began: 0,
    under: plannedUnder(stateWith(), plan),
    activity: { type: 'ended', at: 0, interrupted },
    coldStart: {},
    passes: plan.passes
      .flatMap((pass) => ended(plan, pass, walls[pass.case]?.[pass.round - 1]))
      .map((pass) => ({ ...pass, ...(conditions ? { conditions } : {}) })),
    repeated: [],
    ...rest,
  };
}

/** A session's state with a detected machine and a calibration, under which its profile was planned. */
export function stateWith({ profile, ...given }: Partial<State> = {}): State {
  const state: State = {
    ...initialState,
    machine: machineWith(),
    calibrations: { list: calibrationWith() },
    ...given,
  };
  return profile
    ? { ...state, profile: { ...profile, under: plannedUnder(state, profile.plan) } }
    : state;
}

function ended(plan: Plan, pass: PlannedPass, ending: Ending): readonly EndedPass[] {
  const planned = caseOf(plan, pass);
  switch (ending) {
    case undefined:
      return [];
    case 'cancelled':
      return [{ pass, outcome: { status: 'cancelled' } }];
    case 'failed':
      return [{ pass, outcome: { status: 'failed', failure: crash } }];
    default: {
      const outcome =
        typeof ending === 'function' ? ending(planned, pass.round) : finished(planned, ending);
      return [{ pass, outcome: numbered(outcome, pass.round) }];
    }
  }
}

/** Gives every pass on Ray a job of its own, unless the test names it. */
const numbered = (outcome: PassOutcome, round: number): PassOutcome =>
  outcome.status === 'finished' && outcome.ray?.job === job
    ? { ...outcome, ray: { ...outcome.ray, job: `${job}${round}` } }
    : outcome;
