import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Engine } from '../../core/profile/engine.ts';
import type { Observe } from '../../core/profile/event.ts';
import { failureOf } from '../../core/failure.ts';
import type { PassOutcome } from '../../core/profile/pass.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { RayTarget } from '../../core/plan/settings.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { JobRequest } from './api/submission.ts';
import type { RaySetup } from './cluster.ts';
import type { ReachedCluster } from './clusters.ts';
import {
  driverFile,
  inlineEntrypoint,
  packagedEntrypoint,
  type EntrypointRequest,
} from './driver/entrypoint.ts';
import { zipOf } from './driver/zip.ts';
import { openAftermath, type Aftermath } from './contact/aftermath.ts';
import { watchCluster } from './workers/cluster-watch.ts';
import type { Outage } from './contact/contact.ts';
import { passOutcome } from './job/pass-outcome.ts';
import { runJob } from './job/run-job.ts';
import { throughOutages } from './contact/through-outages.ts';
import { unlessAborted } from './abortable.ts';

export type RaySupply = {
  readonly reach: (target: RayTarget) => Promise<ReachedCluster>;
  readonly setup: Pick<RaySetup, 'version' | 'python' | 'onLeftover'>;
};

/** A plan whose cluster has been reached. */
type OpenPlan = {
  readonly target: RayTarget;
  readonly cluster: ReachedCluster;
  readonly driver: string;
  /** The driver, packed as a job's working directory. */
  readonly zip: Uint8Array;
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
        const driver = await driverText();
        const zip = zipOf([{ name: driverFile, bytes: Buffer.from(driver) }]);
        opened = { target, cluster, deadline, driver, zip };
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
  const ray = cluster.facts.version;
  const { planned, observe, signal, aftermath } = request;
  const { tasks } = planned;
  await unlessAborted(aftermath.endJobs(cluster), signal);
  const nonce = randomBytes(8).toString('hex');
  const job = await createJob(plan, request, nonce);
  if (!job) {
    return { status: 'cancelled' };
  }

  const watch = watchCluster(planned, observe);
  const outcome = await runJob({
    jobs: cluster.jobs,
    address: cluster.address,
    job,
    ray,
    nonce,
    tasks,
    deadline,
    patience: aftermath.patience(),
    signal,
    ended: cluster.ended,
    onPhase: (phase) =>
      observe({
        type: 'phase-changed',
        phase,
        ...(phase === 'submitting' ? { job: job.id } : {}),
      }),
    onNote: (note) => observe({ type: 'phase-noted', note }),
    onOutage: outageObserver(observe),
    onEvent: (event) => watch.handle(event),
  });
  aftermath.ended({ id: job.id, address: cluster.address, jobs: cluster.jobs }, outcome);
  watch.close();
  const numbers = watch.workerNumbers();
  const place = { address: cluster.address.base, version: ray, job: job.id };
  return passOutcome(outcome, { ...place, tasks, workerOf: (id) => numbers.get(id) ?? -1 });
}

const outageObserver = (observe: Observe) => (outage: Outage | undefined) =>
  observe(outage ? { type: 'contact-lost', ...outage } : { type: 'contact-regained' });

/** The job of a pass, with its driver uploaded before the clock starts; undefined if the signal aborts first. */
async function createJob(
  { cluster, driver, zip, deadline }: OpenPlan,
  { planned, observe, signal, setup, aftermath }: PassRequest,
  nonce: string,
): Promise<JobRequest | undefined> {
  const { workload, size, tasks } = planned;
  const { jobs, ended } = cluster;
  const patience = aftermath.patience();
  const upload = await throughOutages(
    async () => {
      const [workingDirectory, { session }] = await Promise.all([jobs.upload(zip), jobs.version()]);
      return { workingDirectory, session };
    },
    { patience, signal, ended, onOutage: outageObserver(observe) },
  );
  if (!upload) {
    return undefined;
  }

  const { workingDirectory, session } = upload;
  const options = {
    workload,
    size,
    tasks,
    serial: serialTasks,
    deadline: Math.ceil(deadline / 1000),
    ...(session === undefined ? {} : { session }),
    ...workersOption(planned, cluster),
  };
  const { python = setup.python } = cluster;
  const entry: EntrypointRequest = { nonce, options, ...(python === undefined ? {} : { python }) };
  const id = `fibtui-${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
  const metadata = { app: 'fibtui', version: setup.version };
  return workingDirectory === undefined
    ? { id, metadata, entrypoint: inlineEntrypoint(entry, driver) }
    : { id, metadata, entrypoint: packagedEntrypoint(entry), workingDirectory };
}

/** Left out where the case takes all CPUs of the cluster, which may have more of them by now. */
const workersOption = ({ workers, tasks }: Case, { facts }: ReachedCluster) =>
  workers < Math.min(tasks, facts.cpus) ? { workers } : {};

const driverText = async (): Promise<string> =>
  readFile(new URL(import.meta.resolve('#ray-driver')), 'utf8');
