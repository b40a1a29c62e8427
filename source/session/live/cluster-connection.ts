import type { RaySetup } from '../../engines/ray/cluster.ts';
import type { Clusters } from '../../engines/ray/clusters.ts';
import type { Store } from './store.ts';

export type ClusterConnection = Clusters & {
  /** Leaves the cluster for good. */
  readonly close: () => Promise<void>;
};

/** Connects to clusters. Loads their code when Ray is first named; once closed it rejects. */
export function openClusterConnection(
  { state, observe }: Store,
  setup: RaySetup,
): ClusterConnection {
  const cpus = () => state().machine?.usable.count;
  let opened: Promise<Clusters> | undefined;
  let closed = false;

  return {
    async reach(target) {
      opened ??= import('../../engines/ray/clusters.ts').then(({ openClusters }) =>
        openClusters({ setup, cpus, observe }),
      );
      const clusters = await opened;
      if (closed) {
        throw new Error('The session is closed.');
      }

      return clusters.reach(target);
    },
    leave: async () => (await opened)?.leave(),
    async close() {
      closed = true;
      await (await opened)?.leave();
    },
  };
}
