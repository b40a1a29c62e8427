import type { Engine } from '../../core/profile/engine.ts';
import type { Observe } from '../../core/profile/event.ts';
import { failureOf } from '../../core/failure.ts';
import type { PassOutcome } from '../../core/profile/pass.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { RayTarget } from '../../core/plan/settings.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { RaySetup, ReachedCluster } from './cluster.ts';
import { openAftermath, type Aftermath } from './contact/aftermath.ts';
import { watchCluster } from './workers/cluster-watch.ts';
import type { Outage } from './contact/contact.ts';
import { throughOutages } from './contact/through-outages.ts';
import { createJob, newNonce, readDriver, type Driver, type JobSource } from './create-job.ts';
import { watchNodes } from './node-watch.ts';
import { passOutcome } from './job/pass-outcome.ts';
import { runJob } from './job/run-job.ts';
import { answerUnlessAborted, unlessAborted } from './abortable.ts';

export type RaySupply = {
  readonly reach: (target: RayTarget) => Promise<ReachedCluster>;
  readonly setup: Pick<RaySetup, 'version' | 'python' | 'onLeftover'>;
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
  const aftermath = openAftermath(setup.onLeftover);

  return {
    async open(plan, _observe, signal) {
      const { target, deadline } = plan.ray!;
      const cluster = await unlessAborted(reach(target), signal);
      signal.throwIfAborted();
      if (cluster) {
        opened = { target, cluster, deadline, driver: await readDriver() };
        aftermath.forget();
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

        return await runPass(opened, { planned, observe, signal, setup, aftermath });
      } catch (error) {
        return signal.aborted
          ? { status: 'cancelled' }
          : { status: 'failed', failure: aftermath.failed(failureOf(error)) };
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
  readonly aftermath: Aftermath;
};

async function runPass(plan: OpenPlan, request: PassRequest): Promise<PassOutcome> {
  const { cluster, deadline } = plan;
  const { jobs, address } = cluster;
  const ray = cluster.facts.version;
  const { planned, observe, signal, aftermath } = request;
  await unlessAborted(aftermath.endJobs(cluster), signal);
  const entry = { nonce: newNonce(), options: jobOptions(planned, plan) };
  const job = await createJob(sourceOf(plan, request), entry);
  if (!job) {
    return { status: 'cancelled' };
  }

  const before = await nodesBefore(cluster, signal);
  const onNote = (note: string | undefined) => observe({ type: 'phase-noted', note });
  const nodes = watchNodes({ jobs, before, signal, onNote });
  const watch = watchCluster(planned, observe);
  const outcome = await runJob({
    jobs,
    address,
    job,
    ray,
    nonce: entry.nonce,
    tasks: planned.tasks,
    deadline,
    patience: aftermath.patience(),
    signal,
    ended: cluster.ended,
    onPhase: (phase) =>
      observe({ type: 'phase-changed', phase, ...(phase === 'submitting' ? { job: job.id } : {}) }),
    onNote,
    onOutage: outageObserver(observe),
    onEvent: (event) => watch.handle(event),
  });
  aftermath.ended({ id: job.id, address, jobs }, outcome);
  watch.close();
  const numbers = watch.workerNumbers();
  const place = { address: address.base, version: ray, job: job.id };
  const workerOf = (id: string) => numbers.get(id) ?? -1;
  const facts = { ...place, ...(await nodes.end()), tasks: planned.tasks, workerOf };
  return passOutcome(outcome, facts);
}

const outageObserver = (observe: Observe) => (outage: Outage | undefined) =>
  observe(outage ? { type: 'contact-lost', ...outage } : { type: 'contact-regained' });

/** What a job is made of, sent through outages of its cluster. */
function sourceOf(
  { cluster, driver }: OpenPlan,
  { observe, signal, setup, aftermath }: PassRequest,
): JobSource {
  const { ended } = cluster;
  const patience = aftermath.patience();
  const onOutage = outageObserver(observe);
  return {
    cluster,
    driver,
    setup,
    send: async (request) => throughOutages(request, { patience, signal, ended, onOutage }),
  };
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
