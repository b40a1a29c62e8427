import type { State } from './state.ts';

/** A job on a cluster, which outlives this program unless it is stopped. */
export type RemoteJob = { readonly id: string; readonly at: string };

/** The running job; undefined if there is none, or if it runs on fibtui's own head, which ends with the program. */
export function remoteJob({ profile, cluster }: State): RemoteJob | undefined {
  const activity = profile?.activity;
  const id = activity?.type === 'running' ? activity.remote?.job : undefined;
  if (activity?.type !== 'running' || id === undefined) {
    return undefined;
  }

  const place = activity.case.cluster;
  const at = cluster?.status === 'reached' ? cluster.cluster.address : place?.at;
  return at === undefined || place?.here ? undefined : { id, at };
}

/** Shown while the program waits for the job to stop. */
export const stoppingText = ({ id, at }: RemoteJob): string =>
  `stopping the job ${id} at ${at}; Ctrl+C again does not wait for it.`;

/** Shown when the program stops waiting. */
export const leftText = ({ id, at }: RemoteJob): string =>
  `the job ${id} may still run, until its tasks are done. Stop it with \`ray job stop --address ${at} ${id}\`.`;
