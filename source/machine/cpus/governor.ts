import type { Governor } from '../../core/machine/machine.ts';
import type { System } from '../system.ts';
import { onlineCpus } from './usable-cpus.ts';

/** What sets the clock of the CPUs, and through which driver; undefined where the system does not tell. */
export function detectGovernor(system: System): Governor | undefined {
  const folders = onlineCpus(system).map((cpu) => `/sys/devices/system/cpu/cpu${cpu}/cpufreq`);
  const wordIn = (folder: string | undefined, file: string) =>
    system.readText(`${folder}/${file}`)?.trim() || undefined;
  const driver = wordIn(folders[0], 'scaling_driver');
  if (driver === undefined) {
    return undefined;
  }

  const names = new Set(folders.flatMap((folder) => wordIn(folder, 'scaling_governor') ?? []));
  return names.size > 0 ? { names: [...names], driver } : undefined;
}
