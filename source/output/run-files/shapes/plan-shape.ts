import type { CpusWaited, NodeMemory } from '../../../core/plan/ray.ts';
import type { Case, Plan, PlannedPass, PlannedRay } from '../../../core/plan/plan.ts';
import {
  engineNames,
  type Check,
  type RayTarget,
  type Waited,
} from '../../../core/plan/settings.ts';
import { workloadNames } from '../../../core/plan/workload.ts';
import { flag, list, number, optional, record, text, whole, word } from './shape.ts';

/** A duration in milliseconds. */
export const time = number(0, 1e15);

/** Far above any real machine or plan, yet small enough to draw. */
export const mostWorkers = 65_536;
const mostTasks = 100_000_000;
const mostTerms = 1_000_000_000;
const mostRounds = 2000;
const mostCases = 64;
const mostPasses = 50_000;

export const workload = word(workloadNames);

export const rayTarget = record<RayTarget>({ at: text, from: text });

export const plannedCase = record<Case>({
  id: text,
  engine: word(engineNames),
  workers: whole(1, mostWorkers),
  workload,
  size: whole(0, mostTerms),
  tasks: whole(1, mostTasks),
  cluster: optional(record<NonNullable<Case['cluster']>>({ at: text, here: flag })),
});

export const plannedPass = record<PlannedPass>({
  index: whole(0, mostPasses),
  round: whole(1, mostRounds),
  case: text,
});

export const plan = record<Plan>({
  tasksFrom: word(['auto', 'cpus', 'cluster', 'user'] satisfies readonly Plan['tasksFrom'][]),
  rounds: whole(1, mostRounds),
  cases: list(plannedCase, mostCases),
  passes: list(plannedPass, mostPasses),
  ray: optional(
    record<PlannedRay>({
      target: rayTarget,
      rounds: whole(0, mostRounds),
      deadline: time,
      waited: optional(
        record<CpusWaited>({
          wanted: whole(),
          cpus: number(0),
          most: time,
          time,
          first: optional(time),
          all: optional(time),
        }),
      ),
      fullest: optional(record<NodeMemory>({ node: text, needed: number(0), total: number(0) })),
      python: optional(text),
      ca: optional(text),
    }),
  ),
  python: optional(text),
  checks: optional(record<Check>({ workload, slower: number() })),
  waited: optional(record<Waited>({ time, quiet: flag, others: optional(number(0, 1)) })),
});
