import { counted } from '../text/format.ts';
import type { Cluster, RayPhase } from './ray.ts';
import { ownHead, type RayTarget } from './settings.ts';

/** What happens in a phase of a pass on Ray. */
export const phaseTexts: Readonly<Record<RayPhase, string>> = {
  submitting: 'submitting',
  pending: 'pending',
  starting: 'starting the driver',
  'warming-up': 'warming up',
  running: 'running',
  stopping: 'stopping the job on the cluster',
};

/** The note of a pass whose tasks have ended: nothing is wrong with it. */
export const allTasksIn = 'all tasks are in; three more in plain Python, off the clock';

/** Whether a note tells of something that holds the pass up. */
export const isTrouble = (note: string): boolean => note !== allTasksIn;

/** What goes on until a cluster has said what it is. */
export const soughtText = ({ at }: RayTarget): string =>
  at === ownHead ? 'starting Ray on this machine' : `asking ${at} what it is`;

/** "on this machine", "at http://10.0.0.1:8265". */
export const placeText = ({ here, address }: Cluster): string =>
  here ? 'on this machine' : `at ${address}`;

/** "2 nodes, 4 CPUs"; undefined where it does not tell. */
export const extentText = ({ nodes, cpus }: Cluster): string | undefined =>
  nodes.length === 0 ? undefined : `${counted(nodes.length, 'node')}, ${counted(cpus, 'CPU')}`;
