import type { ConditionSampler } from '../../core/machine/conditions.ts';
import { wrongAnswer } from '../../core/profile/check-spans.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { profile } from '../../core/profile/profile.ts';
import { ownHead, type RayTarget } from '../../core/plan/settings.ts';
import type { WorkloadName } from '../../core/plan/workload.ts';
import type { EnginesAndCalibration } from '../../engines/create-engines.ts';
import type { RaySupply } from '../../engines/ray/engine.ts';
import type { RaySetup } from '../../engines/ray/cluster.ts';
import { openCalibrator } from './calibrator.ts';
import { openClusterConnection, type ClusterConnection } from './cluster-connection.ts';
import type { Store } from './store.ts';

export type Measurements = {
  readonly calibrate: (workload: WorkloadName) => Promise<void>;
  /** Connects to a cluster, or starts a head. An event reports the outcome. */
  readonly reach: (target: RayTarget) => Promise<void>;
  readonly run: (plan: Plan, signal: AbortSignal, stops: () => number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Runs everything that computes, one at a time: two would disturb each other's times. */
export function openMeasurements(
  store: Store,
  setup: RaySetup,
  sampler?: ConditionSampler,
): Measurements {
  const closing = new AbortController();
  const inTurn = openQueue();
  const clusters = openClusterConnection(store, setup);
  let opened: Promise<EnginesAndCalibration> | undefined;

  const loadEngines = async () => (opened ??= importEngines({ reach: clusters.reach, setup }));

  return {
    calibrate: openCalibrator({ store, loadEngines, inTurn, signal: closing.signal }),
    reach: reachLatest(clusters, inTurn),
    run: async (plan, signal, stops) =>
      inTurn(async () => {
        if (closing.signal.aborted) {
          return;
        }

        if (!plan.ray) {
          // Our own head would compete with the other engines for the CPUs.
          await clusters.leave();
        }

        const startedAt = new Date().toISOString();
        const { engines } = await loadEngines();
        const watching = { observe: store.observe, ...(sampler ? { sampler } : {}) };
        await profile({ plan, engines, check: wrongAnswer, signal, startedAt, stops, ...watching });
      }),
    async close() {
      closing.abort();
      await clusters.close();
      await inTurn(async () => {});
    },
  };
}

type InTurn = (work: () => Promise<void>) => Promise<void>;

/** Skips a cluster if the user names another one before its turn comes. */
function reachLatest({ reach }: ClusterConnection, inTurn: InTurn): Measurements['reach'] {
  let named: string | undefined;
  return async (target) => {
    named = target.at;
    const reachNow = async () => {
      if (named === target.at) {
        await reach(target).catch(() => {});
      }
    };
    // A starting head keeps all CPUs of a small machine busy.
    return target.at === ownHead ? inTurn(reachNow) : reachNow();
  };
}

/** Loaded when first needed, so that it does not delay the first frame. */
async function importEngines(ray: RaySupply): Promise<EnginesAndCalibration> {
  const { createEngines } = await import('../../engines/create-engines.ts');
  return createEngines(ray);
}

/** Does one piece of work after another, even after one that failed. */
function openQueue(): InTurn {
  let queue: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };
}
