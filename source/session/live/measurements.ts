import type { ConditionSampler } from '../../core/machine/conditions.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { profile } from '../../core/profile/profile.ts';
import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
import type { WorkloadName } from '../../core/plan/workload.ts';
import type { EnginesAndCalibration } from '../../engines/create-engines.ts';
import type { RaySetup } from '../../engines/ray/cluster.ts';
import { openCalibrator } from './calibrator.ts';
import { openClusterConnection } from './cluster-connection.ts';
import { openQueue } from './queue.ts';
import type { Store } from './store.ts';

export type Measurements = {
  readonly calibrate: (workload: WorkloadName) => Promise<void>;
  /** Asks a cluster what it is, or starts a head; what came of it is told as an event. */
  readonly reach: (target: RayTarget) => Promise<void>;
  readonly run: (plan: Plan, signal: AbortSignal, stops: () => number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Everything that computes: one thing at a time, since two would measure each other. */
export function openMeasurements(store: Store, setup: RaySetup, sampler?: ConditionSampler): Measurements {
  const closing = new AbortController();
  const inTurn = openQueue();
  const clusters = openClusterConnection(store, setup);
  let opened: Promise<EnginesAndCalibration> | undefined;
  let named: string | undefined;

  // Loaded when first needed: the first frame does not wait for it.
  const loadEngines = async () =>
    (opened ??= import('../../engines/create-engines.ts').then(({ createEngines }) =>
      createEngines({ reach: clusters.reach, setup }),
    ));

  return {
    calibrate: openCalibrator({ store, loadEngines, inTurn, signal: closing.signal }),
    async reach(target) {
      named = target.at;
      const reached = async () => {
        // Meanwhile the user may have named another one.
        if (named === target.at) {
          await clusters.reach(target).catch(() => {});
        }
      };
      // A head that starts takes all CPUs of a small machine.
      return target.at === ownHead ? inTurn(reached) : reached();
    },
    run: async (plan, signal, stops) =>
      inTurn(async () => {
        if (closing.signal.aborted) {
          return;
        }

        if (!plan.ray) {
          // A head of our own would take its share of the CPUs beside the others.
          await clusters.leave();
        }

        const startedAt = new Date().toISOString();
        const { engines } = await loadEngines();
        const watching = { observe: store.observe, ...(sampler ? { sampler } : {}) };
        await profile({ plan, engines, signal, startedAt, stops, ...watching });
      }),
    async close() {
      closing.abort();
      await clusters.close();
      await inTurn(async () => {});
    },
  };
}
