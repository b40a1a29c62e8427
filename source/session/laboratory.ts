import type { Plan } from '../core/plan.ts';
import { profile } from '../core/profile.ts';
import type { WorkloadName } from '../core/workload.ts';
import type { EngineRoom } from '../engines/furnish.ts';
import type { Store } from './store.ts';

export type Laboratory = {
  readonly calibrate: (workload: WorkloadName) => Promise<void>;
  readonly run: (plan: Plan, signal: AbortSignal, stops: () => number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Everything that computes: one thing at a time, since two would measure each other. */
export function openLaboratory(store: Store): Laboratory {
  const calibrations = new Map<WorkloadName, Promise<void>>();
  const closing = new AbortController();
  let opened: Promise<EngineRoom> | undefined;

  // Loaded when first needed: the first frame does not wait for it.
  const room = async () =>
    (opened ??= import('../engines/furnish.ts').then(({ furnish }) => furnish()));

  const inTurn = openQueue();

  const calibrateNow = async (workload: WorkloadName) => {
    const { calibrate } = await room();
    const limit = store.state().machine?.memory.limit ?? 0;
    const samples = await calibrate({ workload, limit, signal: closing.signal });
    if (!closing.signal.aborted) {
      const { fitCalibration } = await import('../core/calibration-fit.ts');
      store.observe({ type: 'calibrated', calibration: fitCalibration(workload, samples) });
    }
  };

  const begin = async (workload: WorkloadName) =>
    inTurn(async () => calibrateNow(workload)).catch((error: unknown) => {
      calibrations.delete(workload);
      store.observe({ type: 'calibration-failed', workload });
      throw error;
    });

  return {
    async calibrate(workload) {
      const begun = calibrations.get(workload) ?? begin(workload);
      calibrations.set(workload, begun);
      return begun;
    },
    run: async (plan, signal, stops) =>
      inTurn(async () => {
        if (closing.signal.aborted) {
          return;
        }

        const startedAt = new Date().toISOString();
        const { engines } = await room();
        await profile({ plan, engines, observe: store.observe, signal, startedAt, stops });
      }),
    async close() {
      closing.abort();
      await inTurn(async () => {});
    },
  };
}

/** What does one piece of work after another, also after one that failed. */
function openQueue(): (work: () => Promise<void>) => Promise<void> {
  let queue: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };
}
