import { clusterOf, type Circumstances } from './circumstances.ts';
import { computesAlike, needsCluster, runsHere, runsInARow } from './engines.ts';
import { fullestNode } from './memory.ts';
import type { Case, Plan, PlannedPass, PlannedRay } from './plan.ts';
import { mostRounds, type EngineName, type Settings } from './settings.ts';
import { fewestRounds } from '../statistics.ts';
import { rayDeadline, rayRoundsOf } from './ray-limits.ts';
import { taskCount, tasksAsked } from './task-count.ts';

/** A plan depends on no measurement: without a calibration it is the same. */
export type PlanCircumstances = Pick<Circumstances, 'cpus'> & Partial<Circumstances>;

/** Makes the plan that the settings ask for. Does not check the settings. */
export function planOf(settings: Settings, circumstances: PlanCircumstances): Plan {
  const { workload, size, engines, rounds } = settings;
  const cluster = clusterOf(settings, circumstances);
  const asked = tasksAsked(settings);
  const tasks = taskCount(settings, circumstances);
  const cases = engines.map((engine, index) => ({
    id: caseId(engines, index),
    engine,
    workload,
    size,
    tasks,
    ...workersAndCluster(engine, tasks, { settings, cpus: circumstances.cpus, cluster }),
  }));
  const ray: PlannedRay = {
    target: settings.ray,
    rounds: rayRoundsOf(settings, { tasks, workers: clusterWorkers(tasks, cluster) }),
    deadline: rayDeadline({ workload, size }),
    ...fullestOf(cluster, { workload, size, tasks }),
    ...(settings.rayPython === undefined ? {} : { python: settings.rayPython }),
    ...(settings.rayCa === undefined ? {} : { ca: settings.rayCa }),
  };
  return {
    tasksFrom: typeof asked === 'number' ? 'user' : asked,
    rounds,
    cases,
    passes: interleave(cases, rounds, ray.rounds),
    ...pythonHere(settings),
    ...(settings.checks ? { checks: settings.checks } : {}),
    ...(needsCluster(engines) ? { ray } : {}),
  };
}

const pythonHere = ({ engines, rayPython }: Settings): Pick<Plan, 'python'> =>
  rayPython !== undefined && engines.some((engine) => runsHere(engine) && !computesAlike(engine))
    ? { python: rayPython }
    : {};

function caseId(engines: readonly EngineName[], index: number): string {
  const engine = engines[index]!;
  const nth = engines.slice(0, index + 1).filter((name) => name === engine).length;
  return nth === 1 ? engine : `${engine}#${nth}`;
}

type Resources = Pick<Circumstances, 'cpus'> & {
  readonly settings: Settings;
  readonly cluster: Circumstances['cluster'];
};

function workersAndCluster(
  engine: EngineName,
  tasks: number,
  { settings, cpus, cluster }: Resources,
): Pick<Case, 'workers' | 'cluster'> {
  if (runsInARow(engine)) {
    return { workers: 1 };
  }

  if (runsHere(engine)) {
    return { workers: settings.workers === 'cpus' ? cpus : settings.workers };
  }

  return {
    workers: clusterWorkers(tasks, cluster),
    cluster: { at: settings.ray.at, here: cluster?.here ?? false },
  };
}

/** A cluster that was not reached counts as one CPU; its passes will fail. */
const clusterWorkers = (tasks: number, cluster: Circumstances['cluster']): number =>
  Math.max(1, Math.min(tasks, cluster?.cpus ?? 1));

/** A head on this machine shares its memory, which is judged as a whole. */
function fullestOf(
  cluster: Circumstances['cluster'],
  work: Pick<Case, 'workload' | 'size' | 'tasks'>,
): Pick<PlannedRay, 'fullest'> {
  const fullest = cluster && !cluster.here ? fullestNode(cluster.nodes ?? [], work) : undefined;
  return fullest ? { fullest } : {};
}

/** The same plan with so many rounds; Ray takes part in the same share of them. */
export function withRounds(plan: Plan, rounds: number): Plan {
  const { cases, ray } = plan;
  const rayRounds = ray && Math.min(rounds, Math.round((ray.rounds / plan.rounds) * rounds));
  return {
    ...plan,
    rounds,
    passes: interleave(cases, rounds, rayRounds ?? rounds),
    ...(ray && rayRounds ? { ray: { ...ray, rounds: rayRounds } } : {}),
  };
}

/** Twice the rounds, and enough for a verdict; undefined if there can be no more. */
export function moreRounds({ rounds }: Pick<Plan, 'rounds'>): number | undefined {
  const more = Math.min(Math.max(2 * rounds, fewestRounds), mostRounds);
  return more > rounds ? more : undefined;
}

/**
 * Every case once per round, every second round in reverse, so that slow drift of the machine affects all cases
 * equally. Ray only runs in the first rounds.
 */
function interleave(
  cases: readonly Case[],
  rounds: number,
  rayRounds: number,
): readonly PlannedPass[] {
  return Array.from({ length: rounds }, (_, index) => index + 1)
    .flatMap((round) =>
      (round % 2 === 1 ? cases : cases.toReversed()).map((planned) => ({ round, case: planned })),
    )
    .filter((pass) => runsHere(pass.case.engine) || pass.round <= rayRounds)
    .map(({ round, case: { id } }, index) => ({ index, round, case: id }));
}
