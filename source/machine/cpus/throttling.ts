import type { Milliseconds } from '../../core/units.ts';
import type { ControlGroup } from '../control-groups.ts';
import { groupsWithQuota } from './cpu-quota.ts';
import { fieldOf, wholeNumber } from '../kernel-text.ts';
import type { System } from '../system.ts';

/** Begins to look at the groups that have a quota; what it gives tells for how long they have been held back since. */
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
    // While an outer group is held back, it is of no account that an inner one would be, too.
    return times.length > 0 ? Math.max(...times) : undefined;
  };
}

/** Version 1 counts nanoseconds, version 2 microseconds; both sum over the CPUs. */
function throttledTime(
  system: System,
  { version, folder }: ControlGroup,
): Milliseconds | undefined {
  const [name, perMillisecond] =
    version === 2 ? (['throttled_usec', 1e3] as const) : (['throttled_time', 1e6] as const);
  const time = wholeNumber(fieldOf(system.readText(`${folder}/cpu.stat`), name));
  return time === undefined ? undefined : time / perMillisecond;
}
