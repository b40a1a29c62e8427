import { capacityOf, cpusText } from '../../machine/capacity.ts';
import type { Rule } from './cause.ts';
import { usableCpus } from '../../machine/machine-text.ts';

/**
 * Where there is but one CPU to use, no plan gains anything: why that is so goes before every loss. Of a quota of more,
 * though of less than two, several workers have more than one.
 */
export const oneCpu: Rule = ({ workers, machine: { usable } }) =>
  usable.count > 1 || (workers > 1 && capacityOf(usable) > 1)
    ? undefined
    : {
        code: 'one-cpu',
        because: `Only one CPU is usable, so nothing runs side by side: ${usableCpus(usable)}`,
        next: wayOut(usable),
      };

function wayOut({ online, affinity, quota }: Parameters<Rule>[0]['machine']['usable']): string {
  if (online === 1) {
    return 'More is not to be had on this machine';
  }

  return affinity === 1
    ? 'Its affinity pins it there: start it without taskset, or with a larger cpuset'
    : `Its control group grants ${quota === undefined ? 'no more' : `the time of ${cpusText(quota)}`}: raise the quota`;
}
