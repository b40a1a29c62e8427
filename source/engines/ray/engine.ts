import type { Engine } from '../../core/profile/engine.ts';
import type { Observe } from '../../core/profile/event.ts';
import { failureOf } from '../../core/failure.ts';
import type { PassOutcome } from '../../core/profile/pass.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { RayTarget } from '../../core/plan/settings.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { RaySetup, ReachedCluster } from './cluster.ts';
import { watchCluster } from './job/cluster-watch.ts';
import { createJob, newNonce, readDriver, type Driver } from './job/create-job.ts';
import { watchNodes } from './job/node-watch.ts';
import { passOutcome } from './job/pass-outcome.ts';
import { runJob } from './job/run-job.ts';
import { answerUnlessAborted, unlessAborted } from './abortable.ts';

export type RaySupply = {
  readonly reach: (target: RayTarget) => Promise<ReachedCluster>;
  readonly setup: Pick<RaySetup, 'version' | 'python'>;
};

/** A plan whose cluster has been reached. */
type OpenPlan = {
  readonly target: RayTarget;
  readonly cluster: ReachedCluster;
  readonly driver: Driver;
  readonly deadline: Milliseconds;
};

/** Number of tasks that the driver runs in plain Python after a pass, for the language factor. */
const serialTasks = 3;

/** Runs tasks on a Ray cluster: one job per pass, one Ray task per sequence. */
export function rayEngine({ reach, setup }: RaySupply): Engine {
  let opened: OpenPlan | undefined;

  return {
    async open(plan, _observe, signal) {
      const { target, deadline } = plan.ray!;
      const cluster = await unlessAborted(reach(target), signal);
      signal.throwIfAborted();
      if (cluster) {
        opened = { target, cluster, deadline, driver: await readDriver() };
      }
    },

    async run(planned, observe, signal) {
      if (signal.aborted || !opened) {
        return { status: 'cancelled' };
      }

      try {
        if (opened.cluster.ended?.aborted) {
          observe({ type: 'phase-noted', note: 'the Ray head has ended: starting another one' });
          const cluster = await unlessAborted(reach(opened.target), signal);
          observe({ type: 'phase-noted', note: undefined });
          opened = { ...opened, cluster: cluster ?? opened.cluster };
        }

        return await runPass(opened, { planned, observe, signal, setup });
      } catch (error) {
        return signal.aborted
          ? { status: 'cancelled' }
          : { status: 'failed', failure: failureOf(error) };
      }
    },

    async close() {
      opened = undefined;
    },
  };
}

type PassRequest = {
  readonly planned: Case;
  readonly observe: Observe;
  readonly signal: AbortSignal;
  readonly setup: RaySupply['setup'];
};

async function runPass(plan: OpenPlan, request: PassRequest): Promise<PassOutcome> {
  const { cluster, deadline, driver } = plan;
  const { jobs } = cluster;
  const ray = cluster.facts.version;
  const { planned, observe, signal, setup } = request;
  const { tasks } = planned;
  const nonce = newNonce();
  const options = jobOptions(planned, plan);
  const job = await createJob({ cluster, driver, setup }, { nonce, options }, signal);
  if (!job) {
    return { status: 'cancelled' };
  }

  const before = await nodesBefore(cluster, signal);
  const onNote = (note: string | undefined) => observe({ type: 'phase-noted', note });
  const nodes = watchNodes({ jobs, before, signal, onNote });
  const watch = watchCluster(planned, observe);
  const outcome = await runJob({
    jobs,
    address: cluster.address,
    job,
    ray,
    nonce,
    tasks,
    deadline,
    signal,
    ended: cluster.ended,
    onPhase: (phase) =>
      observe({ type: 'phase-changed', phase, ...(phase === 'submitting' ? { job: job.id } : {}) }),
    onNote,
    onEvent: (event) => watch.handle(event),
  });
  const place = { address: cluster.address.base, version: ray, job: job.id };
  const workerOf = (id: string) => watch.workerOf(id);
  return passOutcome(outcome, { ...place, ...(await nodes.end()), tasks, workerOf });
}

/** Undefined of a head of our own, which stays alone, and of a cluster that lists no nodes. */
async function nodesBefore({ facts, jobs }: ReachedCluster, signal: AbortSignal) {
  const hasOthers = !facts.here && facts.nodes.length > 0;
  return hasOthers ? answerUnlessAborted(jobs.nodes(), signal) : undefined;
}

/** The driver's options. It counts the deadline in whole seconds. */
const jobOptions = (planned: Case, { deadline, cluster }: OpenPlan) => ({
  workload: planned.workload,
  size: planned.size,
  tasks: planned.tasks,
  serial: serialTasks,
  deadline: Math.ceil(deadline / 1000),
  ...workersOption(planned, cluster),
});

/** Left out where the case takes all CPUs of the cluster, which may have more of them by now. */
const workersOption = ({ workers, tasks }: Case, { facts }: ReachedCluster) =>
  workers < Math.min(tasks, facts.cpus) ? { workers } : {};
