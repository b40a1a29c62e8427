import type { Conditions } from '../../core/machine/conditions.ts';
import type { RayTarget } from '../../core/plan/settings.ts';
import type { Session } from '../../core/session/session.ts';
import type { RaySetup } from '../../engines/ray/cluster.ts';
import { openClusters } from '../../engines/ray/clusters.ts';
import { realSystem } from '../../machine/real-system.ts';
import { watchMachine, type MachineWatch, type WatchOptions } from '../../machine/watch.ts';
import { openStore } from '../live/store.ts';
import { sampleConditions } from './conditions.ts';

export type ObserverRequest = {
  /** Versions of the libraries that influence the measurement. */
  readonly libraries: Readonly<Record<string, string>>;
  readonly ray: RaySetup;
  readonly watch?: (options: WatchOptions) => MachineWatch;
};

/** Sees the machine and a cluster as a run would, and runs nothing. */
export type Observer = Pick<Session, 'state'> & {
  /** Asks a cluster what it is; the state has its answer, or why there is none. */
  readonly reach: (target: RayTarget) => Promise<void>;
  /** Resolves when the slow facts of the machine are known, after 2 s at the latest. */
  readonly asked: () => Promise<void>;
  /** Samples for a few seconds, in which nothing is started; then the state has the load of other programs in that time, and no earlier. */
  readonly sample: (onLeft: (left: number) => void) => Promise<readonly Conditions[]>;
  readonly close: () => Promise<void>;
};

export function openObserver({ libraries, ray, watch = watchMachine }: ObserverRequest): Observer {
  const store = openStore();
  const { observe } = store;
  const machine = watch({ system: realSystem, observe, libraries });
  const clusters = openClusters({ setup: ray, cpus: () => undefined, observe });
  return {
    state: store.state,
    asked: machine.ready,
    async sample(onLeft) {
      machine.pause();
      return sampleConditions(store, { system: realSystem, onLeft });
    },
    async reach(target) {
      try {
        await clusters.reach(target);
      } catch {
        // The state says why.
      }
    },
    async close() {
      machine.stop();
      await clusters.leave();
    },
  };
}
