import { cpuList, wholeNumber } from '../kernel-text.ts';
import type { System } from '../system.ts';
import { onlineCpus } from './usable-cpus.ts';

/** How the CPUs are grouped; absent where not reported. */
export type Topology = { readonly cores?: number; readonly sockets?: number };

/** Reads the topology from the kernel: immediate, and right without lscpu, which systeminformation needs. */
export function detectTopology(system: System): Topology {
  const cpus = onlineCpus(system).map((cpu) => `/sys/devices/system/cpu/cpu${cpu}/topology`);
  // Core numbers repeat on every die; the list of a core's threads is unique.
  const cores = countDistinct(
    cpus.map((folder) => cpuList(system.readText(`${folder}/thread_siblings_list`))?.join()),
  );
  const sockets = countDistinct(
    cpus.map((folder) => wholeNumber(system.readText(`${folder}/physical_package_id`))),
  );
  return { ...(cores ? { cores } : {}), ...(sockets ? { sockets } : {}) };
}

/** Undefined if a value is missing. */
function countDistinct(values: readonly unknown[]): number | undefined {
  return values.includes(undefined) ? undefined : new Set(values).size;
}
