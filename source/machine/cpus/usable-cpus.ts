import type { UsableCpus } from '../../core/machine/machine.ts';
import { cpuQuota } from './cpu-quota.ts';
import { cpuList, fieldOf } from '../kernel-text.ts';
import type { System } from '../system.ts';

/** The number of CPUs that this process may use now, with the numbers it follows from. */
export function detectUsableCpus(system: System): UsableCpus {
  const online = onlineCpus(system);
  const affinity =
    affinityOf(system, online)?.length ?? Math.min(system.parallelism(), online.length);
  const quota = cpuQuota(system);
  const granted = quota === undefined ? Infinity : Math.max(1, Math.floor(quota));
  return {
    count: Math.min(online.length, affinity, granted),
    online: online.length,
    affinity,
    ...(quota === undefined ? {} : { quota }),
  };
}

/** The numbers of the online CPUs; counted from 0 if the system reports only how many. */
export function onlineCpus(system: System): readonly number[] {
  const listed = cpuList(system.readText('/sys/devices/system/cpu/online'));
  return (
    listed ?? Array.from({ length: system.cpus().length || system.parallelism() }, (_, cpu) => cpu)
  );
}

/** The numbers of the CPUs that this process may run on; all online ones if not reported. */
export function allowedCpus(system: System): readonly number[] {
  const online = onlineCpus(system);
  return affinityOf(system, online) ?? online;
}

// The allowed list includes CPUs that are offline or not plugged in: virtual machines often allow 0-127.
function affinityOf(system: System, online: readonly number[]): readonly number[] | undefined {
  const known = new Set(online);
  const allowed = cpuList(fieldOf(system.readText('/proc/self/status'), 'Cpus_allowed_list'));
  const both = allowed?.filter((cpu) => known.has(cpu)) ?? [];
  return both.length > 0 ? both : undefined;
}
