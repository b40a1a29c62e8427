import type { Observe } from '../../core/profile/event.ts';
import { EngineError, failureOf } from '../../core/failure.ts';
import type { Cluster } from '../../core/plan/ray.ts';
import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
import { rayAddress } from './api/address.ts';
import { openCluster, type OpenCluster, type RaySetup } from './cluster.ts';
import { answerOf, orCalled } from '../system/pause.ts';

export type ReachedCluster = Pick<OpenCluster, 'address' | 'jobs' | 'ended'> & {
  readonly facts: Cluster;
};

/** The cluster that the user named, one at a time. */
export type Clusters = {
  /** Asks it what it is, every time, and tells what came of it; a head of our own that has ended is started anew. Rejects with an `EngineError`. */
  readonly reach: (target: RayTarget) => Promise<ReachedCluster>;
  /** Gives up what is being reached, and ends a head of our own. */
  readonly leave: () => Promise<void>;
};

export type ClustersRequest = {
  readonly setup: RaySetup;
  /** CPUs that a head of our own shares out. */
  readonly cpus: () => number | undefined;
  readonly observe: Observe;
};

type Held = {
  readonly target: RayTarget;
  readonly leaving: AbortController;
  /** Once it has answered. */
  cluster?: OpenCluster;
  /** While it is being asked. */
  asking?: Promise<ReachedCluster>;
};

/** Reaches none before it is asked to. */
export function openClusters(request: ClustersRequest): Clusters {
  let held: Held | undefined;
  const left: Promise<void>[] = [];

  const leave = () => {
    if (held) {
      held.leaving.abort(givenUp());
      left.push(endOf(held));
      held = undefined;
    }
  };

  return {
    async reach(target) {
      if (held && !isSame(held.target, target)) {
        leave();
      }

      held ??= { target, leaving: new AbortController() };
      const visited = held;
      const observe: Observe = (event) => {
        if (held === visited) {
          request.observe(event);
        }
      };
      visited.asking ??= ask(visited, { ...request, observe }).finally(() => delete visited.asking);
      return visited.asking;
    },
    async leave() {
      leave();
      await Promise.all(left);
    },
  };
}

/** What is said of a cluster names what named it last; a head of our own is said to be fibtui's. */
const isSame = (one: RayTarget, other: RayTarget): boolean =>
  one.at === other.at && (one.at === ownHead || one.from === other.from);

async function ask(held: Held, request: ClustersRequest): Promise<ReachedCluster> {
  const { target } = held;
  const { observe } = request;
  try {
    const facts = (await factsAgain(held)) ?? (await factsAnew(held, request));
    const { address, jobs, ended } = held.cluster!;
    observe({ type: 'cluster-reached', target, cluster: facts });
    return { address, jobs, facts, ...(ended ? { ended } : {}) };
  } catch (error) {
    observe({ type: 'cluster-missed', target, failure: failureOf(error) });
    throw error;
  }
}

/** Of a cluster that was reached before, if it still answers; one that does not is let go of. */
async function factsAgain(held: Held): Promise<Cluster | undefined> {
  const { cluster, leaving } = held;
  const facts = cluster && (await answerOf(cluster.facts(), leaving.signal));
  if (!facts) {
    await cluster?.close();
    delete held.cluster;
  }

  return facts;
}

async function factsAnew(held: Held, { setup, cpus, observe }: ClustersRequest): Promise<Cluster> {
  const { target, leaving } = held;
  leaving.signal.throwIfAborted();
  refuseTarget(target);
  observe({ type: 'cluster-sought', target });
  const cluster = await openCluster({ target, setup, cpus: cpus(), signal: leaving.signal });
  try {
    const facts = await orCalled(cluster.facts(), leaving.signal);
    leaving.signal.throwIfAborted();
    held.cluster = cluster;
    return facts!;
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

/** Before anything is told of it: what is no address may be a secret in the wrong place. */
function refuseTarget({ at, from }: RayTarget): void {
  if (at !== ownHead) {
    rayAddress(at, from);
  }
}

async function endOf(held: Held): Promise<void> {
  await held.asking?.catch(() => {});
  await held.cluster?.close();
}

/** Nobody waits for it any more: it is no failure of Ray. */
const givenUp = (): EngineError =>
  new EngineError({
    code: 'given-up',
    message: 'Ray was left before it answered.',
    hint: 'Switch it on again to ask it anew.',
  });
