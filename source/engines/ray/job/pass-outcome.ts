import { spansOf, type EndedTask } from '../../../core/profile/build-spans.ts';
import type { PassOutcome } from '../../../core/profile/pass.ts';
import type { RayPlace, RayWorkers } from '../../../core/plan/ray.ts';
import { median } from '../../../core/statistics.ts';
import type { JobOutcome } from './job-outcome.ts';
import type { FinishedTask } from './job-record.ts';

export type PassFacts = Omit<RayPlace, 'nodes' | 'cpus'> & {
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
      const { failure, log } = outcome;
      return { status: 'failed', failure: log.length > 0 ? { ...failure, log } : failure };
    }
  }
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
