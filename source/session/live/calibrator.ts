import type { WorkloadName } from '../../core/plan/workload.ts';
import type { MeasuringHost } from '../../host/parent/measuring-host.ts';
import type { Store } from './store.ts';

export type CalibratorRequest = {
  readonly store: Pick<Store, 'state' | 'observe'>;
  readonly host: Pick<MeasuringHost, 'calibrate'>;
};

/** Calibrates every workload once, whoever asks for it, and again only if that failed. */
export function openCalibrator({ store, host }: CalibratorRequest) {
  const calibrations = new Map<WorkloadName, Promise<void>>();

  const begin = async (workload: WorkloadName) => {
    const limit = store.state().machine?.memory.limit ?? 0;
    return host.calibrate(workload, limit).catch((error: unknown) => {
      calibrations.delete(workload);
      store.observe({ type: 'calibration-failed', workload });
      throw error;
    });
  };

  return async (workload: WorkloadName): Promise<void> => {
    const begun = calibrations.get(workload) ?? begin(workload);
    calibrations.set(workload, begun);
    return begun;
  };
}
