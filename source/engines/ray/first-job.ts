import type { RayRun } from '../../core/plan/circumstances.ts';
import { rayDeadline } from '../../core/plan/ray-limits.ts';
import { ownHead } from '../../core/plan/settings.ts';
import type { Milliseconds } from '../../core/units.ts';
import { withLimit } from './abortable.ts';
import type { RaySetup, ReachedCluster } from './cluster.ts';
import { createJob, newNonce, readDriver, sendUnless } from './create-job.ts';
import { runJob } from './job/run-job.ts';

export type FirstJobRequest = {
  readonly cluster: ReachedCluster;
  readonly setup: Pick<RaySetup, 'version' | 'python'>;
  readonly signal: AbortSignal;
};

/** Without it a run can begin as well, only with a slower first pass. */
const longest: Milliseconds = 30_000;

/** Nothing to compute: only what a job takes besides its tasks is of interest. */
const work = { workload: 'pair', size: 0 } as const;

/**
 * Runs a job of empty tasks on a head that has just started, whose first job takes longer than the next ones. Its times
 * tell what a pass takes besides its tasks; undefined if it did not finish.
 */
export async function runFirstJob({
  cluster,
  setup,
  signal: asked,
}: FirstJobRequest): Promise<RayRun | undefined> {
  const { jobs, address, facts, ended } = cluster;
  const signal = withLimit(longest, asked);
  const tasks = Math.max(1, facts.cpus);
  const deadline = rayDeadline(work);
  const nonce = newNonce();
  const options = { ...work, tasks, serial: 0, deadline: Math.ceil(deadline / 1000) };
  const source = { cluster, driver: await readDriver(), setup, send: sendUnless(signal) };
  const job = await createJob(source, { nonce, options });
  if (!job) {
    return undefined;
  }

  const unseen = () => {};
  const run = { jobs, address, job, nonce, tasks, deadline, signal, ended, ray: facts.version };
  const outcome = await runJob({ ...run, onPhase: unseen, onEvent: unseen });
  if (outcome.status !== 'finished') {
    return undefined;
  }

  const { wall, span } = outcome.durations;
  const planned = { id: 'ray', engine: 'ray', ...work, tasks, workers: tasks } as const;
  const place = { at: ownHead, here: true };
  return { case: { ...planned, cluster: place }, span, overhead: wall - span };
}
