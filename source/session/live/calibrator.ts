import type { WorkloadName } from '../../core/plan/workload.ts';
import type { EnginesAndCalibration } from '../../engines/create-engines.ts';
import type { InTurn } from './queue.ts';
import type { Store } from './store.ts';

export type CalibratorRequest = {
  readonly store: Store;
  readonly loadEngines: () => Promise<EnginesAndCalibration>;
  readonly inTurn: InTurn;
  readonly signal: AbortSignal;
};

/** Calibrates every workload once for all calls, and again only where that failed. */
export function openCalibrator({ store, loadEngines, inTurn, signal }: CalibratorRequest) {
  const calibrations = new Map<WorkloadName, Promise<void>>();

  const calibrateNow = async (workload: WorkloadName) => {
    const { calibrate } = await loadEngines();
    const limit = store.state().machine?.memory.limit ?? 0;
    const times = await calibrate({ workload, limit, signal });
    if (!signal.aborted) {
      const { fitCalibration } = await import('../../core/plan/calibration-fit.ts');
      store.observe({ type: 'calibrated', calibration: fitCalibration(workload, times) });
    }
  };

  const begin = async (workload: WorkloadName) =>
    inTurn(async () => calibrateNow(workload)).catch((error: unknown) => {
      calibrations.delete(workload);
      store.observe({ type: 'calibration-failed', workload });
      throw error;
    });

  return async (workload: WorkloadName): Promise<void> => {
    const begun = calibrations.get(workload) ?? begin(workload);
    calibrations.set(workload, begun);
    return begun;
  };
}
