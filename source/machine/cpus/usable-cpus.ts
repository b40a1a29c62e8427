import type { UsableCpus } from '../../core/machine/machine.ts';
import { cpuQuota, isQuotaUnknown } from './cpu-quota.ts';
import { cpuList, fieldOf } from '../kernel-text.ts';
import type { System } from '../system.ts';

/** The number of CPUs that this process may use now, with the numbers it follows from. */
export function detectUsableCpus(system: System): UsableCpus {
  const online = onlineCpus(system).length;
  const affinity = Math.min(affinityOf(system)?.count ?? system.parallelism(), online);
  const quota = cpuQuota(system);
  const granted = quota === undefined ? Infinity : Math.max(1, Math.floor(quota));
  return {
    count: Math.min(online, affinity, granted),
    online,
    affinity,
    ...(quota === undefined ? {} : { quota }),
    ...(quota === undefined && isQuotaUnknown(system) ? { quotaUnknown: true } : {}),
  };
}

/** The numbers of the online CPUs; counted from 0 if the system reports only how many. */
export function onlineCpus(system: System): readonly number[] {
  const listed = cpuList(system.readText('/sys/devices/system/cpu/online'));
  return (
    listed ?? Array.from({ length: system.cpus().length || system.parallelism() }, (_, cpu) => cpu)
  );
}

/** The online CPUs that this process may run on, as `/proc/stat` numbers them; all of them if not reported. */
export const allowedCpus = (system: System): readonly number[] =>
  affinityOf(system)?.cpus ?? onlineCpus(system);

/** The online CPUs, or those given, as the folders of `/sys` number them. */
export function kernelCpus(system: System, cpus = onlineCpus(system)): readonly number[] {
  const affinity = affinityOf(system);
  return affinity && !affinity.cpus ? affinity.kernel : cpus;
}

/** Whether this process may run on a CPU, by its number in `/sys`. */
export function mayRunOn(system: System): (cpu: number) => boolean {
  const affinity = affinityOf(system);
  return (cpu) => affinity?.kernel.includes(cpu) ?? true;
}

type Affinity = {
  readonly count: number;
  /** As the kernel numbers them. */
  readonly kernel: readonly number[];
  /** The same CPUs in the list of online ones; absent if that list numbers them differently. */
  readonly cpus?: readonly number[];
};

function affinityOf(system: System): Affinity | undefined {
  const allowed = cpuList(fieldOf(system.readText('/proc/self/status'), 'Cpus_allowed_list'));
  if (!allowed) {
    return undefined;
  }

  const online = onlineCpus(system);
  if (isRenumbered(system, allowed, online)) {
    return { count: allowed.length, kernel: allowed };
  }

  const both = allowed.filter((cpu) => online.includes(cpu));
  return both.length > 0 ? { count: both.length, kernel: both, cpus: both } : undefined;
}

/**
 * Whether the online CPUs have numbers of their own. lxcfs counts a container's CPUs from 0, but the kernel goes on
 * reporting the allowed ones by their numbers on the host. The allowed list may also hold CPUs that are offline or not
 * plugged in: virtual machines often allow 0-127.
 */
function isRenumbered(
  system: System,
  allowed: readonly number[],
  online: readonly number[],
): boolean {
  const offline = cpuList(system.readText('/sys/devices/system/cpu/offline')) ?? [];
  const isUnknown = (cpu: number) => !online.includes(cpu) && !offline.includes(cpu);
  return allowed.some(isUnknown) && !online.every((cpu) => allowed.includes(cpu));
}
