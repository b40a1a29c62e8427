import type { CauseCode } from '../figures/cause-code.ts';
import type { Conditions } from '../../machine/conditions.ts';
import type { Milliseconds } from '../../units.ts';

/** Sources that take CPU time from a pass, as counted in its conditions. */
export type Interference = 'throttled' | 'stolen' | 'others';

type Description = {
  readonly code: CauseCode;
  readonly text: (time: string) => string;
  /** Whether the time counts as busy CPUs. Threads that wait for a quota occupy none. */
  readonly summed: boolean;
};

export const interferences: Readonly<Record<Interference, Description>> = {
  throttled: {
    code: 'throttled',
    text: (time) => `the CPU quota held the workers back for ${time} in all`,
    summed: false,
  },
  stolen: {
    code: 'stolen',
    text: (time) => `the hypervisor took away ${time} of CPU time`,
    summed: true,
  },
  others: {
    code: 'other-load',
    text: (time) => `other programs took ${time} of CPU time`,
    summed: true,
  },
};

/** The kernel counts in ticks of 10 ms: in a shorter pass one tick per CPU exceeds the limit of a note. */
const shortest: Milliseconds = 200;

/** CPU time taken; undefined if the counter is too coarse for the pass. A quota's counter never is. */
export const timeTaken = (conditions: Conditions, kind: Interference): Milliseconds | undefined =>
  kind !== 'throttled' && conditions.during < shortest ? undefined : conditions[kind];
