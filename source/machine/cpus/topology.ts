import { cpuList, wholeNumber } from '../kernel-text.ts';
import type { System } from '../system.ts';
import { onlineCpus } from './usable-cpus.ts';

/** How the CPUs lie in the machine, as far as the system tells. */
export type Topology = { readonly cores?: number; readonly sockets?: number };

/** Read from the kernel: known at once, and right where the lscpu that systeminformation needs is not installed. */
export function detectTopology(system: System): Topology {
  const cpus = onlineCpus(system).map((cpu) => `/sys/devices/system/cpu/cpu${cpu}/topology`);
  // Core numbers repeat from die to die; the list of a core's threads does not.
  const cores = distinct(
    cpus.map((folder) => cpuList(system.readText(`${folder}/thread_siblings_list`))?.join()),
  );
  const sockets = distinct(
    cpus.map((folder) => wholeNumber(system.readText(`${folder}/physical_package_id`))),
  );
  return { ...(cores ? { cores } : {}), ...(sockets ? { sockets } : {}) };
}

/** How many different values; undefined where one is missing. */
function distinct(values: readonly unknown[]): number | undefined {
  return values.includes(undefined) ? undefined : new Set(values).size;
}
