import { fitCalibration } from '../../source/core/plan/calibration-fit.ts';
import type { Circumstances } from '../../source/core/plan/circumstances.ts';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import { calibrationTimes } from '../../source/engines/pool/calibrate.ts';
import { detectMachine } from '../../source/machine/detect.ts';
import { realSystem } from '../../source/machine/real-system.ts';
import { loadModule } from '../../source/workload/open-kernel.ts';

export const machineNow = () => detectMachine({ system: realSystem, libraries: {} });

/** The circumstances for plans on this machine: its CPUs and a calibration. */
export async function surroundings(): Promise<Circumstances> {
  const { usable, memory } = machineNow();
  const { workload } = defaultSettings;
  const { signal } = new AbortController();
  const module = await loadModule();
  const times = await calibrationTimes({ module, workload, limit: memory.limit, signal });
  return { cpus: usable.count, calibration: fitCalibration(workload, times) };
}
