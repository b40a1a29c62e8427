import type { CauseCode } from '../figures/cause-code.ts';
import type { Conditions } from '../../machine/conditions.ts';
import type { Milliseconds } from '../../units.ts';

/** What takes CPU time away from a pass, as its conditions tell. */
export type Interference = 'throttled' | 'stolen' | 'others';

type Described = {
  readonly code: CauseCode;
  readonly text: (time: string) => string;
  /** Whether it adds up to so many CPUs; what waits for a quota computes nowhere. */
  readonly summed: boolean;
};

export const interferences: Readonly<Record<Interference, Described>> = {
  throttled: {
    code: 'throttled',
    text: (time) => `the quota of its control group held its threads back for ${time} in all`,
    summed: false,
  },
  stolen: {
    code: 'stolen',
    text: (time) => `the hypervisor took ${time} of CPU time away`,
    summed: true,
  },
  others: {
    code: 'other-load',
    text: (time) => `other processes took ${time} of CPU time`,
    summed: true,
  },
};

/** The kernel counts in hundredths of a second: over less, one more or less on every CPU is more than what is noted. */
const shortest: Milliseconds = 200;

/** How much was taken, where the counter is fine enough to tell: that of a quota always is. */
export const timeTaken = (conditions: Conditions, kind: Interference): Milliseconds | undefined =>
  kind !== 'throttled' && conditions.during < shortest ? undefined : conditions[kind];
