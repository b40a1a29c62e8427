import { spansOf, type EndedTask } from '../../../core/profile/build-spans.ts';
import { spanOf } from '../../../core/profile/span-times.ts';
import type { PartialPass, PassOutcome } from '../../../core/profile/pass.ts';
import type { RayPlace, RayWorkers } from '../../../core/plan/ray.ts';
import { median } from '../../../core/statistics.ts';
import type { JobOutcome } from './job-outcome.ts';
import type { FinishedTask } from './job-record.ts';

export type PassFacts = Omit<RayPlace, 'nodes' | 'cpus' | 'names'> & {
  readonly tasks: number;
  /** A worker's number, by its id. */
  readonly workerOf: (id: string) => number;
};

/** The outcome of a pass, from that of its job. */
export function passOutcome(outcome: JobOutcome, facts: PassFacts): PassOutcome {
  switch (outcome.status) {
    case 'finished':
      return finishedPass(outcome, facts);
    case 'cancelled':
      return { status: 'cancelled' };
    case 'failed': {
      const { failure, log, results = [] } = outcome;
      return {
        status: 'failed',
        failure: log.length > 0 ? { ...failure, log } : failure,
        ...(results.length > 0 ? { partial: partialOf(results, facts.tasks) } : {}),
      };
    }
  }
}

/** The last result may have come after the end of the pass: it counts. */
function partialOf(results: readonly FinishedTask[], of: number): PartialPass {
  return {
    tasks: results.length,
    of,
    span: spanOf({
      start: results.map(({ start }) => start),
      end: results.map(({ end }) => end),
    }),
    task: median(results.map(({ start, end }) => end - start)),
  };
}

type FinishedJob = JobOutcome & { readonly status: 'finished' };

function finishedPass(job: FinishedJob, { tasks, workerOf, ...place }: PassFacts): PassOutcome {
  const { results, cluster, durations, queueing, outOfTouch } = job;
  const { wall, span: _span, ...parts } = durations;
  const first = results.reduce((least, { start }) => Math.min(least, start), Infinity);
  return {
    status: 'finished',
    wall,
    spans: spansOf(results.map((result) => endedTask(result, first, workerOf))),
    ray: {
      ...place,
      nodes: cluster?.count ?? 0,
      cpus: cluster?.cpus ?? 0,
      names: nodeNames(results),
      ...parts,
      ...queueing,
      ...(outOfTouch > 0 ? { outOfTouch } : {}),
      ...python1Field(job, tasks),
      ...workerFields(job),
    },
  };
}

/** What lies between two tasks counts as well, as it does in a span: most of it is freeing the memory of the first. */
function python1Field({ serial, serialBetween = [] }: FinishedJob, tasks: number) {
  const between = serialBetween.length > 0 ? median(serialBetween) : 0;
  return serial.length > 0 ? { python1: tasks * median(serial) + (tasks - 1) * between } : {};
}

function workerFields({ results, serialFaults = [] }: FinishedJob): RayWorkers {
  const nice = [...new Set(results.map((result) => result.nice))].toSorted((a, b) => a - b);
  const taskFaults = results.flatMap(({ faults = [] }) => faults);
  const known = taskFaults.length > 0 && serialFaults.length > 0;
  return {
    nice,
    ...(known ? { faults: { task: median(taskFaults), serial: median(serialFaults) } } : {}),
  };
}

/** Ray does not report time in the run queue, so time off the CPU is unknown, neither waiting nor blocked. */
const endedTask = (
  { task, node, worker, start, end, onCpu, digest, kept }: FinishedTask,
  first: number,
  workerOf: PassFacts['workerOf'],
): EndedTask => ({
  task,
  worker: workerOf(worker),
  start: start - first,
  end: end - first,
  onCpu,
  node,
  digest,
  ...(kept === undefined ? {} : { kept }),
});

/** The nodes' host names. Nodes on one host share its name, so part of their id is added. */
function nodeNames(results: readonly FinishedTask[]): Readonly<Record<string, string>> {
  const hosts = new Map(results.map(({ node, host }) => [node, host]));
  const uses = new Map<string, number>();
  hosts.forEach((host) => uses.set(host, (uses.get(host) ?? 0) + 1));
  return Object.fromEntries(
    [...hosts].map(([id, host]) => [id, uses.get(host) === 1 ? host : `${host} ${id.slice(0, 4)}`]),
  );
}
