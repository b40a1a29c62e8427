import type { CoreKind } from '../../core/machine/machine.ts';
import { cpuList, wholeNumber } from '../kernel-text.ts';
import type { System } from '../system.ts';
import { kernelCpus, mayRunOn } from './usable-cpus.ts';

/** Intel's kinds, fastest first, as the kernel names the units that count their events. */
const units = ['cpu_core', 'cpu_atom', 'cpu_lowpower'];

/** Capacities this close belong to one kind: some of its cores may reach a higher clock than others. */
const alike = 0.9;

/** Only where there is more than one. */
export const kindsOf = (kinds: readonly CoreKind[]): { readonly kinds?: readonly CoreKind[] } =>
  kinds.length > 1 ? { kinds } : {};

/** The kinds of cores, fastest first; none where all cores are alike or the kernel does not report it. */
export function detectKinds(
  system: System,
  coreOf: (cpu: number) => string | undefined,
): readonly CoreKind[] {
  const online = new Set(kernelCpus(system));
  const groups = [byUnit(system), byCapacity(system, [...online])]
    .map((found) => found.map((cpus) => cpus.filter((cpu) => online.has(cpu))))
    .map((found) => found.filter(({ length }) => length > 0));
  const kinds = groups.find(({ length }) => length > 1) ?? [];
  const isUsable = mayRunOn(system);
  return kinds.map((cpus) => ({
    cores: new Set(cpus.map((cpu) => coreOf(cpu) ?? cpu)).size,
    cpus: cpus.length,
    usable: cpus.filter(isUsable).length,
  }));
}

const byUnit = (system: System): ReadonlyArray<readonly number[]> =>
  units.flatMap((unit) => {
    const cpus = cpuList(system.readText(`/sys/devices/${unit}/cpus`));
    return cpus ? [cpus] : [];
  });

/** ARM's kernels give every CPU a share of the fastest one, which has 1024. */
function byCapacity(system: System, online: readonly number[]): ReadonlyArray<readonly number[]> {
  const known = online.flatMap((cpu) => {
    const capacity = wholeNumber(system.readText(`/sys/devices/system/cpu/cpu${cpu}/cpu_capacity`));
    return capacity ? [{ cpu, capacity }] : [];
  });
  const groups: Array<{ readonly most: number; readonly cpus: number[] }> = [];
  for (const { cpu, capacity } of known.toSorted((one, two) => two.capacity - one.capacity)) {
    const last = groups.at(-1);
    if (last && capacity >= alike * last.most) {
      last.cpus.push(cpu);
    } else {
      groups.push({ most: capacity, cpus: [cpu] });
    }
  }

  return known.length === online.length ? groups.map(({ cpus }) => cpus) : [];
}
