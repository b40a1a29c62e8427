import type { Observe } from '../../core/profile/event.ts';
import type { RaySetup } from '../../engines/ray/cluster.ts';
import type { Clusters } from '../../engines/ray/clusters.ts';

export type ClusterConnection = Clusters & {
  /** Leaves the cluster for good. */
  readonly close: () => Promise<void>;
};

export type ClusterRequest = {
  readonly setup: RaySetup;
  /** CPUs that a head of our own offers to tasks. */
  readonly cpus: () => number | undefined;
  readonly observe: Observe;
};

/** Connects to clusters. Loads their code when Ray is first named; once closed it rejects. */
export function openClusterConnection(request: ClusterRequest): ClusterConnection {
  let opened: Promise<Clusters> | undefined;
  let closed = false;

  const loaded = async () => {
    opened ??= import('../../engines/ray/clusters.ts').then(({ openClusters }) =>
      openClusters(request),
    );
    const clusters = await opened;
    if (closed) {
      throw new Error('The session is closed.');
    }

    return clusters;
  };

  return {
    reach: async (target) => (await loaded()).reach(target),
    rejoin: async (target) => (await loaded()).rejoin(target),
    leave: async () => (await opened)?.leave(),
    async close() {
      closed = true;
      await (await opened)?.leave();
    },
  };
}
