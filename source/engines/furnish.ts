import type { Engines } from '../core/profile.ts';
import { loadModule } from '../workload/module.ts';
import { calibrationSamples, type CalibrationRequest } from './calibrate.ts';
import { poolEngine } from './pool.ts';
import type { CalibrationSample } from '../core/calibration.ts';

export type EngineRoom = {
  readonly engines: Engines;
  /** Times single tasks for at most 0.4 s. */
  readonly calibrate: (
    request: Omit<CalibrationRequest, 'module'>,
  ) => Promise<readonly CalibrationSample[]>;
};

/** All engines, around one compiled kernel. */
export async function furnish(): Promise<EngineRoom> {
  const module = await loadModule();
  return {
    engines: { local: poolEngine('local', { module }), pool: poolEngine('pool', { module }) },
    calibrate: async (request) => calibrationSamples({ ...request, module }),
  };
}
