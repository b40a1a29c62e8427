import type { RayTarget } from '../../core/plan/settings.ts';
import type { Milliseconds } from '../../core/units.ts';
import { pause, withLimit } from './abortable.ts';
import type { RaySetup } from './cluster.ts';
import type { Clusters } from './clusters.ts';
import { createJob, newNonce, readDriver, sendUnless } from './create-job.ts';
import { stopJob } from './contact/end-job.ts';

/** What a start waits for: CPUs of a cluster, as many as tasks, and for how long at most. */
export type CpuDemand = {
  readonly target: RayTarget;
  readonly cpus: number;
  readonly most: Milliseconds;
};

export type AwaitCpusRequest = {
  readonly clusters: Pick<Clusters, 'reach'>;
  readonly setup: Pick<RaySetup, 'version' | 'python'>;
  readonly demand: CpuDemand;
  readonly signal: AbortSignal;
  /** Between two looks at the cluster; a second if left out. */
  readonly period?: Milliseconds;
};

/**
 * Waits until a cluster has so many CPUs. An autoscaler adds nodes only for tasks that wait, so a job with a task for
 * each CPU stands by meanwhile. Every look is reported as an event. Rejects if the cluster does not answer.
 */
export async function awaitCpus(request: AwaitCpusRequest): Promise<void> {
  const { clusters, demand } = request;
  const cluster = await clusters.reach(demand.target);
  const { facts, jobs } = cluster;
  const signal = withLimit(demand.most, request.signal);
  if (facts.here || facts.cpus >= demand.cpus) {
    return;
  }

  const source = {
    cluster,
    driver: await readDriver(),
    setup: request.setup,
    send: sendUnless(signal),
  };
  const job = await createJob(source, standBy(demand));
  if (!job || signal.aborted) {
    return;
  }

  try {
    await jobs.submit(job);
    await untilThere(request, signal);
  } finally {
    await stopJob(jobs, job.id);
  }
}

/** The job ends by itself some seconds after the wait, should nobody stop it. */
const standBy = ({ cpus, most }: CpuDemand) => {
  const wait = Math.ceil(most / 1000) + 10;
  const empty = { workload: 'pair', size: 0, serial: 0 } as const;
  return { nonce: newNonce(), options: { ...empty, tasks: cpus, deadline: wait + 10, wait } };
};

async function untilThere(
  { clusters, demand, period = 1000 }: AwaitCpusRequest,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await pause(period, signal);
    const { facts } = await clusters.reach(demand.target);
    if (facts.cpus >= demand.cpus) {
      return;
    }
  }
}
