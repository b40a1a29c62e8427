import type { Failure } from '../../../core/failure.ts';
import { causeOf } from '../api/cause-line.ts';
import type { ClusterNode, EventNamed } from '../driver/driver-event.ts';
import { noResult, stoppedElsewhere, type JobPlace } from './job-failures.ts';
import { eventsNamed, findEvent, finishedTasks, type TimedEvent } from './job-record.ts';

/** A job, as reported by its driver. */
export type DriverRecord = {
  readonly place: JobPlace;
  readonly events: readonly TimedEvent[];
  /** How many tasks the job has. */
  readonly tasks: number;
};

/** The failure that the driver's `end` and its earlier events amount to; undefined if every task has a result. */
export function driverFailure(
  { place, events, tasks }: DriverRecord,
  end: EventNamed<'end'>,
): Failure | undefined {
  const finished = finishedTasks(events).length;
  const failed = eventsNamed(events, 'failed');
  const count = `${finished} of ${tasks} tasks finished`;
  switch (end.status) {
    case 'ok':
    case 'partial':
      if (failed.length > 0) {
        return taskFailure(failed, events, count);
      }

      return finished === tasks ? undefined : noResult(place);
    case 'stopped':
      return stoppedElsewhere(place);
    case 'deadline':
      return {
        code: 'ray-deadline',
        message: `The job ${place.id} made no more progress and ended itself: ${count}${failed.length > 0 ? `, ${failed.length} failed` : ''}.`,
        hint: 'Wait until the cluster has free CPUs, or check its nodes with `ray status`.',
      };
    case 'impossible':
      return impossible(place, end.reason);
    case 'error':
      return (reasons.get(end.reason ?? '') ?? driverError)(place, end.reason);
  }
}

const noCpus = ({ address }: JobPlace): Failure => ({
  code: 'ray-no-cpus',
  message: `The cluster at ${address.base} has no CPUs for tasks.`,
  hint: 'Add a worker node, or give the head CPUs: `ray start --head --num-cpus=…`.',
});

const otherSession = ({ id, address }: JobPlace): Failure => ({
  code: 'ray-other-session',
  message: `The driver of ${id} joined another Ray than the one at ${address.base}, and ran no task there.`,
  hint: 'Several Rays run on the machine of its head: end the others, or start this one as the last.',
});

const driverError = ({ id }: JobPlace, reason = ''): Failure => ({
  code: 'ray-driver-error',
  message: `The driver of ${id} failed${causeOf(reason)}.`,
  hint: 'See the end of the driver’s log, under details (d).',
});

export const impossible = ({ id }: JobPlace, what = ''): Failure => ({
  code: 'ray-impossible',
  message: `The driver of ${id} reported what cannot be${causeOf(what)}.`,
  hint: 'Run again; if it happens again, a clock of the cluster jumps, or something else writes to the job’s log.',
});

/** What the driver gives as the reason of an error, where it knows it. */
const reasons: ReadonlyMap<string, typeof driverError> = new Map([
  ['no-cpus', noCpus],
  ['other-session', otherSession],
]);

/** Names the first of the failed tasks; the hint follows from that one. */
function taskFailure(
  failed: readonly EventNamed<'failed'>[],
  events: readonly TimedEvent[],
  count: string,
): Failure {
  const [first] = failed;
  const { task, error, message } = first!;
  const { code, what, hint } = kinds.get(error) ?? other;
  const where = onNode(task, events);
  // For a death, Ray's long message only rounds the error's name.
  const cause = code === other.code ? causeOf(`${error}: ${message ?? ''}`) : ` (${error})`;
  const more = failed.length === 1 ? '' : `, and ${failed.length - 1} more failed`;
  return { code, message: `${what} ${task}${where}${cause}${more}; ${count}.`, hint };
}

type Kind = { readonly code: string; readonly what: string; readonly hint: string };

const other: Kind = {
  code: 'ray-task-failed',
  what: 'The cluster could not finish task',
  hint: 'See the end of the driver’s log, under details (d).',
};

const workerDied: Kind = {
  code: 'ray-worker-died',
  what: 'A worker died with task',
  hint: 'It was killed, or its node is short of memory: see `ray status`, and run again.',
};

const nodeDied: Kind = {
  code: 'ray-node-died',
  what: 'A node died with task',
  hint: 'See `ray status`, and run again on the remaining nodes.',
};

const outOfMemory: Kind = {
  code: 'ray-out-of-memory',
  what: 'A node had no memory left for task',
  hint: 'Use a smaller size, or the workload pair, which keeps only two terms.',
};

/** By the names of Ray's and Python's errors. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['WorkerCrashedError', workerDied],
  ['LocalRayletDiedError', nodeDied],
  ['NodeDiedError', nodeDied],
  ['OutOfMemoryError', outOfMemory],
  ['MemoryError', outOfMemory],
]);

/** " on NAME" if the task had started, else empty. */
function onNode(task: number, events: readonly TimedEvent[]): string {
  const node = eventsNamed(events, 'started').find((event) => event.task === task)?.node;
  if (node === undefined) {
    return '';
  }

  return ` on ${nodeName(node, findEvent(events, 'cluster')?.event.nodes ?? [])}`;
}

const nodeName = (id: string, nodes: readonly ClusterNode[]): string => {
  const node = nodes.find((node) => node.id === id);
  const twins = nodes.filter(({ host }) => host === node?.host);
  return node && twins.length === 1 ? node.host : `node ${id.slice(0, 8)}`;
};
