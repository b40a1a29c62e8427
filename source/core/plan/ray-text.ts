import { counted } from '../text/format.ts';
import type { Cluster, RayPhase } from './ray.ts';
import { ownHead, type RayTarget } from './settings.ts';
import type { Milliseconds } from '../units.ts';

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
