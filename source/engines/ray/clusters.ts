import type { Observe } from '../../core/profile/event.ts';
import { EngineError, failureOf } from '../../core/failure.ts';
import type { Cluster } from '../../core/plan/ray.ts';
import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
import { rayAddress } from '../../core/plan/ray-address.ts';
import { openCluster, type OpenCluster, type RaySetup, type ReachedCluster } from './cluster.ts';
import { runFirstJob } from './first-job.ts';
import { answerUnlessAborted, unlessAborted } from './abortable.ts';

/** The connection to the cluster that the user chose; one at a time. */
export type Clusters = {
  /** Requests the cluster's facts on every call and reports the result as an event. Restarts a head of fibtui's that has ended. Rejects with an `EngineError`. */
  readonly reach: (target: RayTarget) => Promise<ReachedCluster>;
  /** The same without a second start of a head that did not start: rejects at once with the failure of the first. */
  readonly rejoin: (target: RayTarget) => Promise<ReachedCluster>;
  /** Cancels an attempt to connect, and ends a head that fibtui started. */
  readonly leave: () => Promise<void>;
};

export type ClustersRequest = {
  readonly setup: RaySetup;
  /** CPUs that a head started by fibtui offers to tasks. */
  readonly cpus: () => number | undefined;
  readonly observe: Observe;
  /** Tests replace these. */
  readonly open?: typeof openCluster;
  readonly firstJob?: typeof runFirstJob;
};

type Connection = {
  readonly target: RayTarget;
  readonly leaving: AbortController;
  /** Set once the cluster has answered. */
  cluster?: OpenCluster;
  /** Why a head of fibtui's own did not start. */
  startFailure?: EngineError;
  /** Set while a request is under way. */
  request?: Promise<ReachedCluster>;
};

/** Connects only when `reach` is called. */
export function openClusters(request: ClustersRequest): Clusters {
  let current: Connection | undefined;
  const closing: Promise<void>[] = [];

  const leave = () => {
    if (current) {
      current.leaving.abort(abandoned());
      closing.push(close(current));
      current = undefined;
    }
  };

  const reach = async (target: RayTarget) => {
    if (current && !isSame(current.target, target)) {
      leave();
    }

    current ??= { target, leaving: new AbortController() };
    const connection = current;
    const observe: Observe = (event) => {
      if (current === connection) {
        request.observe(event);
      }
    };
    connection.request ??= requestFacts(connection, { ...request, observe }).finally(
      () => delete connection.request,
    );
    return connection.request;
  };

  return {
    reach,
    rejoin: async (target) => rejoined(current, target) ?? reach(target),
    async leave() {
      leave();
      await Promise.all(closing);
    },
  };
}

/** Error messages name where the address came from, so the same address from another source is another target. */
const isSame = (one: RayTarget, other: RayTarget): boolean =>
  one.at === other.at && (one.at === ownHead || one.from === other.from);

/** Rejects with the failure of a head that did not start; undefined if there is none. */
function rejoined(current: Connection | undefined, target: RayTarget): Promise<never> | undefined {
  const failure = current && isSame(current.target, target) ? current.startFailure : undefined;
  return failure && Promise.reject(failure);
}

async function requestFacts(
  connection: Connection,
  request: ClustersRequest,
): Promise<ReachedCluster> {
  const { target } = connection;
  const { observe } = request;
  delete connection.startFailure;
  try {
    const facts = (await refresh(connection)) ?? (await connect(connection, request));
    const { address, jobs, python, ended } = connection.cluster!;
    observe({ type: 'cluster-reached', target, cluster: facts });
    return {
      address,
      jobs,
      facts,
      ...(python === undefined ? {} : { python }),
      ...(ended ? { ended } : {}),
    };
  } catch (error) {
    const failure = failureOf(error);
    if (target.at === ownHead) {
      connection.startFailure = new EngineError(failure);
    }

    observe({ type: 'cluster-missed', target, failure });
    throw error;
  }
}

/** The facts of a cluster that is already connected; closes it if it no longer answers. */
async function refresh(connection: Connection): Promise<Cluster | undefined> {
  const { cluster, leaving } = connection;
  const facts = cluster && (await answerUnlessAborted(cluster.facts(), leaving.signal));
  if (!facts) {
    await cluster?.close();
    delete connection.cluster;
  }

  return facts;
}

async function connect(
  connection: Connection,
  { setup, cpus, observe, open = openCluster, firstJob = runFirstJob }: ClustersRequest,
): Promise<Cluster> {
  const { target, leaving } = connection;
  leaving.signal.throwIfAborted();
  checkAddress(target);
  observe({ type: 'cluster-sought', target });
  const cluster = await open({ target, setup, cpus: cpus(), signal: leaving.signal });
  try {
    const facts = await unlessAborted(cluster.facts(), leaving.signal);
    leaving.signal.throwIfAborted();
    const run = facts!.here
      ? await firstJob({ cluster: { ...cluster, facts: facts! }, setup, signal: leaving.signal })
      : undefined;
    leaving.signal.throwIfAborted();
    if (run) {
      observe({ type: 'ray-pass-timed', run });
    }

    connection.cluster = cluster;
    return facts!;
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

/** Throws before any event names the address: a malformed one may be a pasted secret. */
function checkAddress({ at, from }: RayTarget): void {
  if (at !== ownHead) {
    rayAddress(at, from);
  }
}

async function close(connection: Connection): Promise<void> {
  await connection.request?.catch(() => {});
  await connection.cluster?.close();
}

/** The user no longer waits for the cluster; Ray has not failed. */
const abandoned = (): EngineError =>
  new EngineError({
    code: 'given-up',
    message: 'Ray was switched off before it answered.',
    hint: 'Switch it on again to retry.',
  });
