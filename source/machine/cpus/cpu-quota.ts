import { controlGroups, type ControlGroup } from '../control-groups.ts';
import type { Milliseconds } from '../../core/units.ts';
import { fieldOf, lowest, wholeNumber } from '../kernel-text.ts';
import type { System } from '../system.ts';

/** The CPU quota of the control groups, in CPUs; undefined without a limit. */
export function cpuQuota(system: System): number | undefined {
  return lowest(controlGroups(system, 'cpu').map((group) => quotaOf(system, group)));
}

/** Whether this process is in control groups that it cannot see. */
export function isQuotaUnknown(system: System): boolean {
  const isMember = (system.readText('/proc/self/cgroup') ?? '') !== '';
  return isMember && !controlGroups(system, 'cpu').some((group) => isVisible(system, group));
}

/** Of these files every control group has one, the root as well. */
const isVisible = (system: System, { version, folder }: ControlGroup): boolean =>
  (version === 2
    ? ['cgroup.controllers', 'cpu.max']
    : ['notify_on_release', 'cpu.cfs_quota_us']
  ).some((name) => system.readText(`${folder}/${name}`) !== undefined);

const groupsWithQuota = (system: System): readonly ControlGroup[] =>
  controlGroups(system, 'cpu').filter((group) => quotaOf(system, group) !== undefined);

// "max" (version 2) and -1 (version 1) mean no limit, and wholeNumber rejects both.
function quotaOf(system: System, { version, folder }: ControlGroup): number | undefined {
  const [quota, period] =
    version === 2
      ? (system.readText(`${folder}/cpu.max`)?.split(' ') ?? [])
      : [
          system.readText(`${folder}/cpu.cfs_quota_us`),
          system.readText(`${folder}/cpu.cfs_period_us`),
        ];
  const granted = wholeNumber(quota);
  const every = wholeNumber(period);
  return granted && every ? granted / every : undefined;
}

/** Returns a function that reports how long the groups with a quota have been throttled since this call. */
export function watchThrottling(system: System): () => Milliseconds | undefined {
  const watched = groupsWithQuota(system).flatMap((group) => {
    const before = throttledTime(system, group);
    return before === undefined ? [] : [{ group, before }];
  });
  return () => {
    const times = watched.flatMap(({ group, before }) => {
      const time = throttledTime(system, group);
      return time === undefined ? [] : [Math.max(0, time - before)];
    });
    // Throttled times of nested groups overlap: take the longest instead of the sum.
    return times.length > 0 ? Math.max(...times) : undefined;
  };
}

/** Version 1 reports nanoseconds, version 2 microseconds; both are sums over the CPUs. */
function throttledTime(
  system: System,
  { version, folder }: ControlGroup,
): Milliseconds | undefined {
  const [name, perMillisecond] =
    version === 2 ? (['throttled_usec', 1e3] as const) : (['throttled_time', 1e6] as const);
  const time = wholeNumber(fieldOf(system.readText(`${folder}/cpu.stat`), name));
  return time === undefined ? undefined : time / perMillisecond;
}
