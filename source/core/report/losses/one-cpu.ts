import { capacityOf, cpusText } from '../../machine/capacity.ts';
import type { UsableCpus } from '../../machine/machine.ts';
import type { Rule } from './cause.ts';
import { usableCpus } from '../../machine/machine-text.ts';

/**
 * With one usable CPU nothing runs in parallel; this cause is reported first. A quota between 1 and 2 CPUs still lets
 * several workers overlap.
 */
export const oneCpu: Rule = ({ workers, machine: { usable } }) =>
  usable.count > 1 || (workers > 1 && capacityOf(usable) > 1)
    ? undefined
    : {
        code: 'one-cpu',
        because: `Only one CPU is usable, so nothing runs side by side: ${usableCpus(usable)}`,
        next: moreCpus(usable),
      };

/** How to get more than the one usable CPU. */
export function moreCpus({ online, affinity, quota }: UsableCpus): string {
  if (online === 1) {
    return 'This machine has no more';
  }

  return affinity === 1
    ? 'fibtui is pinned to it: start it without taskset, or with a larger cpuset'
    : `The control group grants ${quota === undefined ? 'no more' : `the time of ${cpusText(quota)}`}: raise its quota`;
}
