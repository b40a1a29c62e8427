import type { UsableCpus } from '../../core/machine/machine.ts';
import { cpuQuota } from './cpu-quota.ts';
import { cpuList, fieldOf } from '../kernel-text.ts';
import type { System } from '../system.ts';

/** On how many CPUs this process may compute now, with what that follows from. */
export function detectUsableCpus(system: System): UsableCpus {
  const online = onlineCpus(system);
  const affinity =
    pinnedTo(system, online)?.length ?? Math.min(system.parallelism(), online.length);
  const quota = cpuQuota(system);
  const granted = quota === undefined ? Infinity : Math.max(1, Math.floor(quota));
  return {
    count: Math.min(online.length, affinity, granted),
    online: online.length,
    affinity,
    ...(quota === undefined ? {} : { quota }),
  };
}

/** The numbers of the CPUs that are switched on; counted from 0 where the system tells only how many. */
export function onlineCpus(system: System): readonly number[] {
  const listed = cpuList(system.readText('/sys/devices/system/cpu/online'));
  return (
    listed ?? Array.from({ length: system.cpus().length || system.parallelism() }, (_, cpu) => cpu)
  );
}

/** The numbers of the CPUs on which this process may run: all of them where the system does not tell. */
export function allowedCpus(system: System): readonly number[] {
  const online = onlineCpus(system);
  return pinnedTo(system, online) ?? online;
}

// The allowed list names CPUs that are switched off or could be plugged in as well: virtual machines allow 0-127.
function pinnedTo(system: System, online: readonly number[]): readonly number[] | undefined {
  const known = new Set(online);
  const allowed = cpuList(fieldOf(system.readText('/proc/self/status'), 'Cpus_allowed_list'));
  const both = allowed?.filter((cpu) => known.has(cpu)) ?? [];
  return both.length > 0 ? both : undefined;
}
