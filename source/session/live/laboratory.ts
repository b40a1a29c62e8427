import type { ConditionSampler } from '../../core/machine/conditions.ts';
import { wrongAnswer } from '../../core/plan/answer.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { profile } from '../../core/profile/profile.ts';
import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
import type { WorkloadName } from '../../core/plan/workload.ts';
import type { EnginesAndCalibration } from '../../engines/create-engines.ts';
import type { RaySetup } from '../../engines/ray/cluster.ts';
import { openCalibrator } from './calibrator.ts';
import { openClusterDesk } from './cluster-desk.ts';
import { openQueue } from './queue.ts';
import type { Store } from './store.ts';

export type Laboratory = {
  readonly calibrate: (workload: WorkloadName) => Promise<void>;
  /** Asks a cluster what it is, or starts a head; what came of it is told as an event. */
  readonly reach: (target: RayTarget) => Promise<void>;
  readonly run: (plan: Plan, signal: AbortSignal, stops: () => number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Everything that computes: one thing at a time, since two would measure each other. */
export function openLaboratory(
  store: Store,
  setup: RaySetup,
  sampler?: ConditionSampler,
): Laboratory {
  const closing = new AbortController();
  const inTurn = openQueue();
  const clusters = openClusterDesk(store, setup);
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

        const { engines } = await loadEngines();
        const startedAt = new Date().toISOString();
        const given = { plan, engines, check: wrongAnswer, observe: store.observe };
        await profile({ ...given, signal, startedAt, stops, ...(sampler ? { sampler } : {}) });
      }),
    async close() {
      closing.abort();
      await clusters.close();
      await inTurn(async () => {});
    },
  };
}
