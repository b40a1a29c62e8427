import type { Conditions } from '../../core/machine/conditions.ts';
import type { Governor } from '../../core/machine/machine.ts';
import type { System } from '../system.ts';
import { kernelCpus } from './usable-cpus.ts';

type Frequency = NonNullable<Conditions['clock']>;

/** Reads the frequency of the CPUs, in MHz; undefined if not reported. Some virtual machines report a constant. */
export function openFrequencyMeter(
  system: System,
): (cpus: readonly number[]) => Frequency | undefined {
  const files = new Map<number, (() => string | undefined) | undefined>();
  const fromSys = (cpu: number): number | undefined => {
    if (!files.has(cpu)) {
      files.set(cpu, system.openText(`/sys/devices/system/cpu/cpu${cpu}/cpufreq/scaling_cur_freq`));
    }

    const megahertz = Number.parseInt(files.get(cpu)?.() ?? '', 10) / 1000;
    return isClock(megahertz) ? megahertz : undefined;
  };

  return (cpus) => {
    const current = kernelCpus(system, cpus).flatMap((cpu) => fromSys(cpu) ?? []);
    return frequencyOf(current.length > 0 ? current : fromCpuinfo(system, cpus));
  };
}

/** In MHz. No CPU runs at more than 20 GHz: a driver that reports that has no reading. */
const isClock = (megahertz: number): boolean => megahertz > 0 && megahertz <= 20_000;

function frequencyOf(megahertz: readonly number[]): Frequency | undefined {
  if (megahertz.length === 0) {
    return undefined;
  }

  const sum = megahertz.reduce((total, one) => total + one, 0);
  return { mean: sum / megahertz.length, highest: Math.max(...megahertz) };
}

/** Lines such as "cpu MHz : 2596.144", each below the one with its CPU's number; on x86 only. */
function fromCpuinfo(system: System, cpus: readonly number[]): readonly number[] {
  const text = system.readText('/proc/cpuinfo') ?? '';
  const wanted = new Set(cpus);
  const found: number[] = [];
  let isWanted = false;
  for (const [, cpu, megahertz] of text.matchAll(
    /^(?:processor\s*:\s*(\d+)|cpu MHz\s*:\s*([\d.]+))$/gm,
  )) {
    if (cpu !== undefined) {
      isWanted = wanted.has(Number(cpu));
    } else if (isWanted && isClock(Number(megahertz))) {
      found.push(Number(megahertz));
    }
  }

  return found;
}

/** The frequency governors of the CPUs and their driver; undefined if not reported. */
export function detectGovernor(system: System): Governor | undefined {
  const folders = kernelCpus(system).map((cpu) => `/sys/devices/system/cpu/cpu${cpu}/cpufreq`);
  const wordIn = (folder: string | undefined, file: string) =>
    system.readText(`${folder}/${file}`)?.trim() || undefined;
  const driver = wordIn(folders[0], 'scaling_driver');
  if (driver === undefined) {
    return undefined;
  }

  const names = new Set(folders.flatMap((folder) => wordIn(folder, 'scaling_governor') ?? []));
  return names.size > 0 ? { names: [...names], driver } : undefined;
}
