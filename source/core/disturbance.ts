import type { CauseCode } from './cause-code.ts';
import { ratio } from './format.ts';

/** What takes CPU time away from a pass, as its conditions tell. */
export type Disturbance = 'throttled' | 'stolen' | 'others';

export const disturbances: Readonly<
  Record<Disturbance, { readonly code: CauseCode; readonly text: (time: string) => string }>
> = {
  throttled: {
    code: 'throttled',
    text: (time) => `the quota of its control group held it back for ${time}`,
  },
  stolen: { code: 'stolen', text: (time) => `the hypervisor took ${time} of CPU time away` },
  others: { code: 'other-load', text: (time) => `other processes took ${time} of CPU time` },
};

/** A clock that is lower by no more than this just wavers. */
const wavering = 0.03;

/** "the clock fell from 4.10 to 3.71 GHz", where it did; of clocks in MHz. */
export const clockFallText = (before: number, after: number): string | undefined =>
  after < before * (1 - wavering)
    ? `the clock fell from ${ratio(before / 1000)} to ${ratio(after / 1000)} GHz`
    : undefined;
