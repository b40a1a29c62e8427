import { controlGroups, type ControlGroup } from '../control-groups.ts';
import { lowest, wholeNumber } from '../kernel-text.ts';
import type { System } from '../system.ts';

/** How many CPUs' worth of time the control groups grant; undefined where they do not limit it. */
export function cpuQuota(system: System): number | undefined {
  return lowest(controlGroups(system, 'cpu').map((group) => quotaOf(system, group)));
}

/** The control groups that set such a limit. */
export const groupsWithQuota = (system: System): readonly ControlGroup[] =>
  controlGroups(system, 'cpu').filter((group) => quotaOf(system, group) !== undefined);

// "max" in version 2 and -1 in version 1 are no whole numbers: no limit.
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
