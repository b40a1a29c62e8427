import type { State } from './state.ts';

/** A job on a cluster that goes on when this program ends, unless it is stopped. */
export type JobAbroad = { readonly id: string; readonly at: string };

/** The one that runs; undefined where none does, or on a Ray of fibtui's own, which ends with it. */
export function jobAbroad({ profile, cluster }: State): JobAbroad | undefined {
  const activity = profile?.activity;
  const id = activity?.type === 'running' ? activity.remote?.job : undefined;
  if (activity?.type !== 'running' || id === undefined) {
    return undefined;
  }

  const place = activity.case.cluster;
  const at = cluster?.status === 'reached' ? cluster.cluster.address : place?.at;
  return at === undefined || place?.here ? undefined : { id, at };
}

/** While the program waits for it. */
export const stoppingText = ({ id, at }: JobAbroad): string =>
  `stopping the job ${id} at ${at}; Ctrl+C again does not wait for it.`;

/** When the program does not wait any longer. */
export const leftText = ({ id, at }: JobAbroad): string =>
  `the job ${id} may still run, until its deadline. Stop it with \`ray job stop --address ${at} ${id}\`.`;
