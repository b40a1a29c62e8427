import type { Conditions } from '../../core/machine/conditions.ts';
import type { System } from '../system.ts';

type Clock = NonNullable<Conditions['clock']>;

/** Reads how fast the CPUs run, in MHz; undefined where the system does not tell. Some virtual machines tell a constant. */
export function openFrequencyMeter(system: System): (cpus: readonly number[]) => Clock | undefined {
  const files = new Map<number, (() => string | undefined) | undefined>();
  const fromSys = (cpu: number): number | undefined => {
    if (!files.has(cpu)) {
      files.set(cpu, system.openText(`/sys/devices/system/cpu/cpu${cpu}/cpufreq/scaling_cur_freq`));
    }

    const kilohertz = Number.parseInt(files.get(cpu)?.() ?? '', 10);
    return kilohertz > 0 ? kilohertz / 1000 : undefined;
  };

  return (cpus) => {
    const told = cpus.flatMap((cpu) => fromSys(cpu) ?? []);
    return clockOf(told.length > 0 ? told : fromCpuinfo(system, cpus));
  };
}

const clockOf = (told: readonly number[]): Clock | undefined =>
  told.length > 0
    ? { mean: told.reduce((sum, one) => sum + one, 0) / told.length, highest: Math.max(...told) }
    : undefined;

/** The lines "cpu MHz : 2596.144" below those that number the CPUs; x86 alone has them. */
function fromCpuinfo(system: System, cpus: readonly number[]): readonly number[] {
  const text = system.readText('/proc/cpuinfo') ?? '';
  const wanted = new Set(cpus);
  const found: number[] = [];
  let here = false;
  for (const [, cpu, megahertz] of text.matchAll(
    /^(?:processor\s*:\s*(\d+)|cpu MHz\s*:\s*([\d.]+))$/gm,
  )) {
    if (cpu !== undefined) {
      here = wanted.has(Number(cpu));
    } else if (here && Number(megahertz) > 0) {
      found.push(Number(megahertz));
    }
  }

  return found;
}
