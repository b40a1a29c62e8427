import { count, counted, duration } from '../text/format.ts';
import type { Milliseconds } from '../units.ts';
import { allOf } from '../text/listing.ts';
import type { Cluster, CpusWaited, NodeChanges, RayPhase } from './ray.ts';
import { ownHead, type RayTarget } from './settings.ts';

export const phaseTexts: Readonly<Record<RayPhase, string>> = {
  submitting: 'submitting',
  pending: 'pending',
  starting: 'starting the driver',
  queued: 'queued for a CPU',
  'warming-up': 'warming up',
  running: 'running',
  stopping: 'stopping the job on the cluster',
};

/** The note while the driver times Python after the last task: nothing is wrong. */
export const allTasksIn = 'all tasks are in; three more in plain Python, off the clock';

/** Whether a note names something that holds the pass up. */
export const isProblem = (note: string): boolean => note !== allTasksIn;

/** "no answer from the head for 8 s, trying for 112 s more". */
export const outageText = (silent: Milliseconds, left: Milliseconds): string =>
  `no answer from the head for ${inSeconds(silent)}, trying for ${inSeconds(Math.max(0, left))} more`;

/** "the head answers again after 12 s". */
export const regainedText = (silent: Milliseconds): string =>
  `the head answers again after ${inSeconds(silent)}`;

const inSeconds = (time: Milliseconds): string => `${Math.round(time / 1000)} s`;

export const soughtText = ({ at }: RayTarget): string =>
  at === ownHead ? 'starting Ray on this machine' : `contacting ${at}`;

/** "on this machine", "at http://10.0.0.1:8265". */
export const placeText = ({ here, address }: Cluster): string =>
  here ? 'on this machine' : `at ${address}`;

/**
 * "Ray 2.58.0 at http://10.0.0.1:8265, 2 nodes, 4 CPUs, fibtui will run Python there": the latter unless the cluster is
 * this machine.
 */
export function reachedText(cluster: Cluster): string {
  const extent = extentText(cluster);
  return [
    `Ray ${cluster.version} ${placeText(cluster)}`,
    ...(extent === undefined ? [] : [extent]),
    ...(cluster.here ? [] : ['fibtui will run Python there']),
  ].join(', ');
}

/** "2 nodes, 4 CPUs"; undefined if the cluster does not report its nodes. */
export const extentText = ({ nodes, cpus }: Cluster): string | undefined =>
  nodes.length === 0 ? undefined : `${counted(nodes.length, 'node')}, ${counted(cpus, 'CPU')}`;

const mostNames = 3;

/** "worker-1, worker-2, worker-3 and 5 more". */
const namesText = (names: readonly string[]): string =>
  names.length > mostNames
    ? `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`
    : allOf(names);

/** "node worker-3 left, nodes worker-4 and worker-5 joined". */
export const changesText = ({ joined, left }: NodeChanges): string =>
  [[left, 'left'] as const, [joined, 'joined'] as const]
    .filter(([names]) => names.length > 0)
    .map(([names, did]) => `${names.length === 1 ? 'node' : 'nodes'} ${namesText(names)} ${did}`)
    .join(', ');

/** "waited 34.0 s for CPUs of the cluster: the first after 21.0 s, all 64 after 34.0 s". */
export function cpusWaitedText({ wanted, cpus, time, first, all }: CpusWaited): string {
  const found = [
    first === undefined ? 'none came' : `the first after ${duration(first)}`,
    ...(all === undefined || wanted === 1 ? [] : [`all ${count(wanted)} after ${duration(all)}`]),
    ...(all === undefined && first !== undefined
      ? [`${count(cpus)} of ${count(wanted)} in the end`]
      : []),
  ];
  return `waited ${duration(time)} for CPUs of the cluster: ${found.join(', ')}`;
}

/** "waiting for CPUs of the cluster: 12 of 64, 87 s left at most". */
export function cpuWaitText(
  has: number,
  { cpus, left }: { readonly cpus: number; readonly left: Milliseconds },
): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `waiting for CPUs of the cluster: ${count(has)} of ${count(cpus)}, ${seconds} s left at most`;
}
