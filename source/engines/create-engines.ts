import type { Engines } from '../core/profile/profile.ts';
import type { CalibrationTimes } from '../core/plan/calibration.ts';
import { moduleFor } from '../workload/open-kernel.ts';
import { calibrationTimes, type CalibrationRequest } from './pool/calibrate.ts';
import { poolEngine } from './pool/pool.ts';
import { pythonEngine, type PythonSupply } from './python/engine.ts';
import { rayEngine, type RaySupply } from './ray/engine.ts';

export type EnginesAndCalibration = {
  readonly engines: Engines;
  /** Times single tasks for at most 0.4 s. */
  readonly calibrate: (request: Omit<CalibrationRequest, 'module'>) => Promise<CalibrationTimes>;
};

/** Creates all engines. `local` and `pool` share one kernel, which is compiled when a workload needs it. */
export function createEngines(ray: RaySupply, python: PythonSupply): EnginesAndCalibration {
  return {
    engines: {
      local: poolEngine('local', { moduleFor }),
      pool: poolEngine('pool', { moduleFor }),
      python: pythonEngine('python', python),
      ray: rayEngine(ray),
    },
    calibrate: async (request) =>
      calibrationTimes({ ...request, module: await moduleFor(request.workload) }),
  };
}
