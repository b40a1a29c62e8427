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
      return outcome;
    case 'failed': {
      const { failure, log } = outcome;
      return { status: 'failed', failure: log.length > 0 ? { ...failure, log } : failure };
    }
  }
}

function finishedPass(
  {
    results,
    serial,
    serialFaults = [],
    cluster,
    durations,
  }: JobOutcome & { readonly status: 'finished' },
  { tasks, workerOf, ...place }: PassFacts,
): PassOutcome {
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
      ...(serial.length > 0 ? { python1: tasks * median(serial) } : {}),
      ...workerFields(results, serialFaults),
    },
  };
}

function workerFields(
  results: readonly FinishedTask[],
  serialFaults: readonly number[],
): RayWorkers {
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
