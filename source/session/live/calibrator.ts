import type { WorkloadName } from '../../core/plan/workload.ts';
import type { EnginesAndCalibration } from '../../engines/create-engines.ts';
import type { Store } from './store.ts';

export type CalibratorRequest = {
  readonly store: Store;
  readonly loadEngines: () => Promise<EnginesAndCalibration>;
  /** Does one piece of work after another. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
  readonly signal: AbortSignal;
};

/** Calibrates every workload once, whoever asks for it, and again only if that failed. */
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
