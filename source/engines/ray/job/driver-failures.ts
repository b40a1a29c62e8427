import type { Failure } from '../../../core/failure.ts';
import { causeOf } from '../api/cause-line.ts';
import type { ClusterNode, EventNamed } from '../driver/driver-event.ts';
import { noResult, stoppedElsewhere, type JobPlace } from './job-failures.ts';
import { allOf, finishedTasks, heardOf, type Heard } from './job-record.ts';

/** What the driver's `end` comes to, all it told before included; undefined where every task has its result. */
export function driverFailure(
  job: JobPlace,
  end: EventNamed<'end'>,
  heard: readonly Heard[],
  tasks: number,
): Failure | undefined {
  const finished = finishedTasks(heard).length;
  const failed = allOf(heard, 'failed');
  const count = `${finished} of ${tasks} tasks finished`;
  switch (end.status) {
    case 'ok':
    case 'partial':
      if (failed.length > 0) {
        return taskFailure(failed, heard, count);
      }

      return finished === tasks ? undefined : noResult(job);
    case 'stopped':
      return stoppedElsewhere(job);
    case 'deadline':
      return {
        code: 'ray-deadline',
        message: `The job ${job.id} reached its deadline: ${count}${failed.length > 0 ? `, ${failed.length} failed` : ''}.`,
        hint: 'Take a smaller size or fewer tasks, or wait until the cluster has free CPUs.',
      };
    case 'error':
      return end.reason === 'no-cpus' ? noCpus(job) : driverError(job, end.reason);
  }
}

const noCpus = ({ address }: JobPlace): Failure => ({
  code: 'ray-no-cpus',
  message: `The cluster at ${address.base} has no CPUs for tasks.`,
  hint: 'Add a worker node, or give the head some: `ray start --head --num-cpus=…`.',
});

const driverError = ({ id }: JobPlace, reason = ''): Failure => ({
  code: 'ray-driver-error',
  message: `The driver of ${id} failed${causeOf(reason)}.`,
  hint: 'Look into the driver’s log, the last lines of which are kept here.',
});

/** Of several failed tasks the first is named, and what to do follows from it. */
function taskFailure(
  failed: readonly EventNamed<'failed'>[],
  heard: readonly Heard[],
  count: string,
): Failure {
  const [first] = failed;
  const { task, error, message } = first!;
  const { code, what, hint } = kinds[error] ?? other;
  const where = nodeOf(task, heard);
  // Of a death Ray tells in paragraphs what its name says already.
  const cause = code === other.code ? causeOf(`${error}: ${message ?? ''}`) : ` (${error})`;
  const more = failed.length === 1 ? '' : `, and ${failed.length - 1} more failed`;
  return { code, message: `${what} ${task}${where}${cause}${more}; ${count}.`, hint };
}

type Kind = { readonly code: string; readonly what: string; readonly hint: string };

const other: Kind = {
  code: 'ray-task-failed',
  what: 'The cluster could not finish task',
  hint: 'Look into the driver’s log, the last lines of which are kept here.',
};

const workerDied: Kind = {
  code: 'ray-worker-died',
  what: 'A worker died with task',
  hint: 'It was killed, or its node is short of memory: look at `ray status` and run it again.',
};

const nodeDied: Kind = {
  code: 'ray-node-died',
  what: 'A node died with task',
  hint: 'Look at `ray status`; run it again on the nodes that are left.',
};

const outOfMemory: Kind = {
  code: 'ray-out-of-memory',
  what: 'A node had no memory left for task',
  hint: 'Take a smaller size, or the workload pair, which keeps two terms only.',
};

/** Names of Ray's errors and of Python's. */
const kinds: Readonly<Record<string, Kind>> = {
  WorkerCrashedError: workerDied,
  LocalRayletDiedError: nodeDied,
  NodeDiedError: nodeDied,
  OutOfMemoryError: outOfMemory,
  MemoryError: outOfMemory,
};

/** " on NAME" for a task that had started. */
function nodeOf(task: number, heard: readonly Heard[]): string {
  const node = allOf(heard, 'started').find((event) => event.task === task)?.node;
  if (node === undefined) {
    return '';
  }

  return ` on ${nameOf(node, heardOf(heard, 'cluster')?.event.nodes ?? [])}`;
}

const nameOf = (id: string, nodes: readonly ClusterNode[]): string => {
  const node = nodes.find((node) => node.id === id);
  const twins = nodes.filter(({ host }) => host === node?.host);
  return node && twins.length === 1 ? node.host : `node ${id.slice(0, 8)}`;
};
