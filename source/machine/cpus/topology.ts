import type { CoreKind } from '../../core/machine/machine.ts';
import { cpuList, wholeNumber } from '../kernel-text.ts';
import type { System } from '../system.ts';
import { detectKinds, kindsOf } from './core-kinds.ts';
import { kernelCpus } from './usable-cpus.ts';

/** How the CPUs are grouped; absent where not reported. */
export type Topology = {
  readonly cores?: number;
  readonly sockets?: number;
  readonly kinds?: readonly CoreKind[];
};

/** Reads the topology from the kernel: immediate, and right without lscpu, which systeminformation needs. */
export function detectTopology(system: System): Topology {
  const cpus = kernelCpus(system);
  const folder = (cpu: number) => `/sys/devices/system/cpu/cpu${cpu}/topology`;
  // Core numbers repeat on every die; the list of a core's threads is unique.
  const coreOf = (cpu: number) =>
    cpuList(system.readText(`${folder(cpu)}/thread_siblings_list`))?.join();
  const cores = countDistinct(cpus.map(coreOf));
  const sockets = countDistinct(
    cpus.map((cpu) => wholeNumber(system.readText(`${folder(cpu)}/physical_package_id`))),
  );
  return {
    ...(cores ? { cores } : {}),
    ...(sockets ? { sockets } : {}),
    ...kindsOf(detectKinds(system, coreOf)),
  };
}

/** Undefined if a value is missing. */
function countDistinct(values: readonly unknown[]): number | undefined {
  return values.includes(undefined) ? undefined : new Set(values).size;
}
